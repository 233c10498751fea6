import Experiments
import Testing

@testable import Simulations

enum BestOfManyTies: FigureTies {
  static let simulation: any Simulation.Type = BestOfMany.self
  static let settings = [["settings": "1"], ["settings": "77", "rows": "333"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    [
      run.frame("settings", .scatter, "settings", .log, "share right"),
      run.curve("settings", "rows it was chosen by", "best-score", along: "settings"),
      run.curve("settings", "other rows", "fresh-score", along: "settings"),
      run.curve("settings", "theory", .theory, "predicted-best-score", along: "settings"),
      run.level("settings", "true", try run.metric("true-score")),
      run.marker("settings", "this run", x: try run.number("settings")),
      run.frame("rows", .scatter, "rows", .log, "best score − 0.5"),
      run.curve("rows", "measured", "best-score", along: "rows") { $0 - 0.5 },
      run.curve("rows", "theory", .theory, "optimism", along: "rows"),
      run.marker("rows", "this run", x: try run.number("rows")),
    ]
  }
}
