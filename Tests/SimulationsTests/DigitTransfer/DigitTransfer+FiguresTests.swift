import Experiments
import Testing

@testable import Simulations

enum DigitTransferTies: FigureTies {
  static let simulation: any Simulation.Type = DigitTransfer.self
  static let settings = [
    ["change": "turned", "rows": "7", "learning-rate": "0.1"],
    ["part": "head", "share": "0.4", "change": "shifted"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    func byRate(_ series: String, _ metric: String) -> FigureTie {
      run.curve("rate", series, metric, along: "learning-rate")
    }
    return [
      run.frame("rate", .scatter, "learning rate", .log, "accuracy"),
      byRate("new digits", "target-accuracy"), byRate("old digits", "source-accuracy"),
      byRate("new, from scratch", "scratch-accuracy"),
      run.level("rate", "new, untouched", try run.metric("untouched-accuracy")),
      run.marker("rate", "this run", x: try run.number("learning-rate")),
      run.frame("way", .line, "share", "accuracy"),
      run.curve("way", "new digits", "target-accuracy", along: "share"),
      run.curve("way", "old digits", "source-accuracy", along: "share"),
      run.marker("way", "this run", x: try run.number("share")),
    ]
  }
}
