import Experiments
import Testing

@testable import Simulations

enum RandomCoverageTies: FigureTies {
  static let simulation: any Simulation.Type = RandomCoverage.self
  static let settings = [["share": "0.3", "axes": "5"], ["trials": "97", "share": "0.01"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let trials = try run.number("trials")
    return [
      run.frame("chance", .scatter, "trials", "share of searches"),
      run.curve("chance", "measured", "hit-share", along: "trials", at: 10),
      run.curve("chance", "theory", .theory, "hit-chance", along: "trials"),
      run.marker("chance", "this run", x: trials),
      run.frame("rank", .scatter, "trials", .log, "rank", .log),
      run.curve("rank", "measured", "best-rank", along: "trials", at: 10),
      run.values("rank", "theory", .theory) { 1 / ($0 + 1) },
      run.marker("rank", "this run", x: trials),
    ]
  }
}
