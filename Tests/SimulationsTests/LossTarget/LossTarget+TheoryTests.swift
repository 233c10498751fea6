import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct LossMinimizerTests {
  /// What theory names has a loss no higher than anything near it, by the losses of the engine.
  @Test func nothingNearbyIsBetter() throws {
    var stream = RandomStream(seed: 4, "numbers")
    for _ in 0..<200 {
      let numbers = (0..<1 + stream.integer(below: 9)).map { _ in stream.normal() }
      let quantile = stream.uniform(in: 0.01..<0.99)
      let threshold = stream.uniform(in: 0.1..<3)
      for rule in LossTarget.Rule.allCases {
        let target = LossMinimizer(rule, of: numbers, quantile: quantile, threshold: threshold)
        #expect(target.low <= target.high)
        let loss: Loss =
          switch rule {
          case .squared: .squaredError
          case .absolute: .absoluteError
          case .huber: .huber(delta: threshold)
          case .pinball: .pinball(quantile)
          }
        func cost(_ location: Double) -> Double {
          numbers.reduce(0) { $0 + loss.evaluate(prediction: location, target: $1).value }
        }
        let least = cost(target.low)
        #expect(abs(cost(target.high) - least) < 1e-9)
        for step in [-1, -0.1, -0.001, 0.001, 0.1, 1] {
          #expect(cost(target.low + step) >= least - 1e-9)
          #expect(cost(target.high + step) >= least - 1e-9)
        }
      }
    }
  }

  @Test func anEvenNumberHasAWholeRangeOfMedians() {
    let target = LossMinimizer(.absolute, of: [4, 1, 3, 2], quantile: 0.5, threshold: 1)
    #expect(target.low == 2 && target.high == 3 && target.location == nil)
  }

  /// With 100 out of reach, 10 − 4m + δ = 0.
  @Test(arguments: [(3.0, 3.25), (4, 3.5), (6, 4), (10, 5), (78, 22), (200, 22)])
  func huberMovesFromTheMedianToTheMean(threshold: Double, answer: Double) throws {
    let target = LossMinimizer(
      .huber, of: [1, 2, 3, 4, 100], quantile: 0.5, threshold: threshold)
    #expect(try abs(#require(target.location) - answer) < 1e-9)
  }

  /// The closed forms for an exponential distribution against a fine grid of its quantiles.
  @Test(arguments: LossTarget.Rule.allCases)
  func exponentialAgreesWithItsQuantiles(rule: LossTarget.Rule) throws {
    let grid = (0..<20_000).map { -10 * Elementary.log1p(-(Double($0) + 0.5) / 20_000) }
    for (quantile, threshold) in [(0.1, 0.3), (0.901, 4), (0.6171, 30)] {
      let exact = try #require(
        LossMinimizer(
          rule, ofExponentialWithMean: 10, quantile: quantile, threshold: threshold
        ).location)
      let sampled = LossMinimizer(rule, of: grid, quantile: quantile, threshold: threshold)
      #expect(abs(sampled.low - exact) < 0.01 && abs(sampled.high - exact) < 0.01)
    }
  }
}
