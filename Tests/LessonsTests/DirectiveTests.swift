import Experiments
import Testing
import ToyCourse

@testable import Lessons

@Suite struct DirectiveTests {
  private static func accepts(
    _ tolerance: PredictDirective.Tolerance, _ answer: Double, _ measured: Double
  ) -> Bool {
    PredictDirective(
      name: "p", simulation: Line.self, settings: Line.defaults, seed: 1, metric: Line.sum,
      tolerance: tolerance, question: "q", line: 1
    ).accepts(answer, measured: measured)
  }

  @Test(
    arguments: [
      (.relative(0.25), 1.25, 1, true), (.relative(0.25), 0.74, 1, false),
      (.relative(0.25), -1.25, -1, true), (.relative(0.25), 0.1, 0, false),
      (.relative(0.25), 0, 0, true), (.relative(0), 3, 3, true), (.absolute(0.5), 1.5, 1, true),
      (.absolute(0.5), 1.51, 1, false), (.absolute(0), 0, 0, true),
      (.relative(0.25), 1, .infinity, false), (.relative(0.25), .infinity, .infinity, false),
      (.absolute(1), .nan, 1, false), (.absolute(1), 1, .nan, false),
      (.relative(10), .greatestFiniteMagnitude, -.infinity, false),
    ] as [(PredictDirective.Tolerance, Double, Double, Bool)])
  func nearEnough(
    tolerance: PredictDirective.Tolerance, answer: Double, measured: Double, isNear: Bool
  ) {
    #expect(Self.accepts(tolerance, answer, measured) == isNear)
  }
}
