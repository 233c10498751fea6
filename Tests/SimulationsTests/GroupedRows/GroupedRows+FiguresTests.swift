import Experiments
import Testing

@testable import Simulations

enum GroupedRowsTies: FigureTies {
  static let simulation: any Simulation.Type = GroupedRows.self
  static let settings = [["people": "7", "rows-each": "3", "scatter": "1"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    [
      run.frame(
        "scatter", .scatter, "scatter of a person's rows", .log, "share called right"),
      run.curve("scatter", "rows dealt one by one", "parted-accuracy", along: "scatter"),
      run.curve("scatter", "people kept together", "together-accuracy", along: "scatter"),
      run.level("scatter", "chance", try run.metric("chance-accuracy")),
      run.marker("scatter", "this run", x: try run.number("scatter")),
    ]
  }
}
