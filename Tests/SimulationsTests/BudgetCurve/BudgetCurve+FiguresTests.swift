import Experiments
import Testing
import Tuning

@testable import Simulations

enum BudgetCurveTies: FigureTies {
  static let simulation: any Simulation.Type = BudgetCurve.self
  static let settings = [["trials": "3", "made": "2"], ["trials": "1", "made": "100"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (trials, made) = (try run.count("trials"), try run.count("made"))
    let first = ToldBest.scores(made, run.seed, 0)
    return [
      run.frame("curve", .line, "trials", .log, "best score"),
      // The mean of one trial is the mean score; of many with replacement, the best is drawn surely.
      run.tie("curve", "with replacement") { drawn in
        #expect(drawn.x == (1...made).map(Double.init))
        TiedRun.expect(drawn.y[0], first.reduce(0, +) / Double(made), 1e-9, "mean")
        for (x, y) in zip(drawn.x, drawn.y) {
          let told = ExpectedBest.withReplacement(first, trials: Int(x))
          TiedRun.expect(y, try #require(told), 1e-12, "at \(x)")
        }
      },
      run.tie("curve", "without") { drawn in
        #expect(drawn.x == (1...made).map(Double.init))
        TiedRun.expect(drawn.y[0], first.reduce(0, +) / Double(made), 1e-9, "mean")
        TiedRun.expect(drawn.y[made - 1], try #require(first.max()), 1e-9, "all")
      },
      run.curve("curve", "in expectation", .theory, "expected-best", along: "trials"),
      run.marker("curve", "this run", x: Double(trials)),
      run.frame("made", .scatter, "made", .log, "best score"),
      run.curve("made", "with replacement", "replaced", along: "made", at: 7),
      run.curve("made", "without", "not-replaced", along: "made", at: 7),
      run.curve(
        "made", "with replacement, in expectation", .theory, "predicted-replaced", along: "made"),
      run.level("made", "the best in expectation", try run.metric("expected-best")),
      run.marker("made", "this run", x: Double(made)),
    ]
  }
}
