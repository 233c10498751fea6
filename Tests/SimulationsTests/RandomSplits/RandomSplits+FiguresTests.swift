import Experiments
import Testing

@testable import Simulations

enum RandomSplitsTies: FigureTies {
  static let simulation: any Simulation.Type = RandomSplits.self
  static let settings = [
    ["splits": "5"], ["splits": "3", "rows": "60", "held-out": "0.3", "second-weight": "0.5"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let areEqual = try run.number("second-weight") == 1
    let theory =
      areEqual
      ? [
        run.curve(
          "splits", "plain test by theory", .theory, "predicted-plain-rejections",
          along: "splits")
      ] : []
    return theory + [
      run.frame("splits", .scatter, "splits", .log, "share of data sets"),
      run.curve("splits", "plain test", "plain-rejections", along: "splits"),
      run.curve("splits", "corrected test", "corrected-rejections", along: "splits"),
      run.level("splits", "what it says", try run.metric("level")),
      run.marker("splits", "this run", x: try run.number("splits")),
    ]
  }
}
