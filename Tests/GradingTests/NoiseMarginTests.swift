import Experiments
import Testing

@testable import Grading

@Suite struct NoiseMarginTests {
  private static let criteria = [
    Criterion(metric: Metric("win", "w"), interval: .atLeast(0), points: 1),
    Criterion(metric: Metric("error", "e"), interval: .atMost(10), points: 1),
    Criterion(metric: Metric("weather", "w"), interval: .within(0...8), points: 1),
    Criterion(metric: Metric("fixed", "f"), interval: .below(1), points: 1),
  ]

  @Test func theMarginIsThatOfTheTightestCriterion() throws {
    let values = [[1, 4, 3, 0.5], [1, 6, 5, 0.5], [1, 5, 4, 0.5]] as [[Double?]]
    let margin = try #require(NoiseMargin(of: Self.criteria, values))
    #expect(margin.criterion == 2)
    #expect(abs(margin.deviations - 4) < 1e-12)
  }

  @Test func itIsNegativeOutside() throws {
    let values = [[1, 11, 4, 0.5], [1, 13, 4, 0.5], [1, 12, 4, 0.5]] as [[Double?]]
    let margin = try #require(NoiseMargin(of: Self.criteria, values))
    #expect(margin.criterion == 1)
    #expect(abs(margin.deviations + 2) < 1e-12)
  }

  @Test(
    arguments: [
      [[1, 5, 4, 0.5], [1, 5, 4, 0.5]], [], [[1, 5, 4, 0.5]],
      [[1, 5, 4, 0.5], [1, 5 + 2e-15, 4 - 1e-15, 0.5]],
      [[nil, .infinity, .nan, 0.5], [1, .infinity, .nan, 0.5]],
    ] as [[[Double?]]])
  func whatDoesNotVaryHasNone(values: [[Double?]]) {
    #expect(NoiseMargin(of: Self.criteria, values) == nil)
  }
}
