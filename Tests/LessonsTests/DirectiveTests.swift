import Experiments
import Testing
import ToyCourse

@testable import Lessons

@Suite struct DirectiveTests {
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
    #expect(tolerance.accepts(answer, measured: measured) == isNear)
  }

  @Test(
    arguments: [
      (.lowest, [3, 1, 2], 1), (.highest, [3, 1, 2], 0), (.lowest, [1, 1, 2], nil),
      (.highest, [1, 1, 2], 2), (.lowest, [nil, 5], 1), (.highest, [nil, 5], 1),
      (.lowest, [.nan, 5], 1), (.lowest, [.infinity, 5], 1), (.highest, [.infinity, 5], 0),
      (.lowest, [nil, nil], nil), (.lowest, [.infinity, nil], nil),
      (.highest, [-.infinity, nil], nil), (.lowest, [], nil), (.lowest, [-.infinity, 1], 0),
    ] as [(PredictDirective.Extreme, [Double?], Int?)])
  func oneStandsOut(extreme: PredictDirective.Extreme, values: [Double?], place: Int?) {
    #expect(extreme.place(in: values) == place)
  }
}
