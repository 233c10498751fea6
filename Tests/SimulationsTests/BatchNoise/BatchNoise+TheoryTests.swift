import Testing

@testable import Simulations

@Suite struct MeanEstimationTests {
  typealias Sampling = BatchNoise.Sampling

  /// The variance of w as the sum over all pairs of batches, straight from their covariances.
  static func varianceOverPairs(_ rate: Double, _ batch: Int, _ updates: Int, examples: Int = 512)
    -> Double
  {
    let population = Double(examples)
    let perEpoch = examples / batch
    let own = (population - Double(batch)) / (Double(batch) * (population - 1))
    let weights = (0..<updates).map { rate * (1 - rate).raised(to: updates - 1 - $0) }
    var sum = 0.0
    for first in 0..<updates {
      for second in 0..<updates where first / perEpoch == second / perEpoch {
        sum += weights[first] * weights[second] * (first == second ? own : -1 / (population - 1))
      }
    }
    return sum
  }

  static func permutations(_ values: [Double]) -> [[Double]] {
    guard values.count > 1 else { return [values] }
    return values.indices.flatMap { index in
      var rest = values
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  /// Six examples of mean 0 and variance 1, all 720 orders: the expectation is exact.
  @Test(arguments: [1, 2, 3, 4, 6], [0.1, 0.5, 1, 1.7])
  func agreesWithEveryOrderOfASmallEpoch(batch: Int, rate: Double) {
    let raw = [-2.0, -1, 0, 0.5, 1, 1.5]
    let size = (raw.reduce(0) { $0 + $1 * $1 } / 6).squareRoot()
    let examples = raw.map { $0 / size }
    let orders = Self.permutations(examples)
    #expect(abs(examples.reduce(0, +)) < 1e-12)
    for updates in 0...(6 / batch) {
      var sum = 0.0
      for order in orders {
        var weight = MeanEstimation.start
        for update in 0..<updates {
          let mean = order[(update * batch)..<((update + 1) * batch)].reduce(0, +) / Double(batch)
          weight -= rate * (weight - mean)
        }
        sum += weight * weight
      }
      let theory = MeanEstimation(
        rate: rate, batchSize: batch, sampling: .epochShuffle, examples: 6)
      let exact = sum / Double(orders.count)
      #expect(abs(theory.squaredError(after: updates) - exact) <= 1e-12 * max(1, exact))
    }
  }

  @Test(arguments: [1, 7, 32, 100, 200, 256], [0.003, 0.1, 1, 1.9])
  func epochsAgreeWithTheSumOverPairs(batch: Int, rate: Double) {
    let theory = MeanEstimation(rate: rate, batchSize: batch, sampling: .epochShuffle)
    for updates in [0, 1, 2, 3, 15, 16, 17, 150] {
      let exact = Self.varianceOverPairs(rate, batch, updates)
      #expect(abs(theory.variance(after: updates) - exact) <= 1e-9 * exact + 1e-16)
    }
  }

  @Test(arguments: [1, 8, 256], [0.001, 0.1, 1, 1.9])
  func independentBatchesHaveTheClosedForm(batch: Int, rate: Double) {
    let theory = MeanEstimation(rate: rate, batchSize: batch, sampling: .withReplacement)
    for updates in [0, 1, 2, 62, 2000] {
      let kept = ((1 - rate) * (1 - rate)).raised(to: updates)
      let closed =
        25 * kept + rate * rate / Double(batch) * (1 - kept) / (1 - (1 - rate) * (1 - rate))
      #expect(abs(theory.squaredError(after: updates) - closed) <= 1e-12 * closed)
    }
    let floor = theory.noiseFloor
    #expect(abs(theory.variance(after: 1_000_000) - floor) <= 1e-12 * floor)
  }

  @Test func varianceOfAGradientFallsWithTheBatch() {
    for batch in [1, 2, 4, 64, 256] {
      let with = MeanEstimation(rate: 0.1, batchSize: batch, sampling: .withReplacement)
      let without = MeanEstimation(rate: 0.1, batchSize: batch, sampling: .epochShuffle)
      #expect(with.gradientVariance == 1 / Double(batch))
      let correction = Double(512 - batch) / 511
      #expect(abs(without.gradientVariance - with.gradientVariance * correction) < 1e-16)
    }
    let whole = MeanEstimation(rate: 0.1, batchSize: 512, sampling: .epochShuffle)
    #expect(whole.gradientVariance == 0)
    #expect(whole.squaredError(after: 9) == whole.squaredBias(after: 9))
  }

  /// Reshuffling leaves less noise at the end of an epoch wherever η < B(2 − η).
  @Test(arguments: [1, 2, 8, 32, 256])
  func reshufflingIsQuieter(batch: Int) {
    for rate in [0.001, 0.01, 0.1, 0.5, 0.9, 1.2, 1.6] where rate < Double(batch) * (2 - rate) {
      let theory = MeanEstimation(rate: rate, batchSize: batch, sampling: .epochShuffle)
      let endOfAnEpoch = 10_000 * (512 / batch)
      #expect(theory.variance(after: endOfAnEpoch) < theory.noiseFloor)
    }
    let single = MeanEstimation(rate: 1.2, batchSize: 1, sampling: .epochShuffle)
    #expect(single.variance(after: 51_200) > single.noiseFloor)
    #expect(single.variance(after: 51_200) < 1.003 * single.noiseFloor)
  }
}
