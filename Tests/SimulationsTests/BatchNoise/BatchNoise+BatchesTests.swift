import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct OrderTests {
  static let examples = (0..<512).map(Double.init)

  /// Draws so many examples one at a time.
  static func draws(_ count: Int, _ sampling: BatchNoise.Sampling, batch: Int = 1) -> [Double] {
    var order = BatchNoise.Order(examples, sampling)
    var stream = RandomStream(seed: 7, "order")
    return (0..<count).map { _ in order.batchMean(batch, from: &stream) }
  }

  @Test func anEpochHasEveryExampleOnce() {
    let draws = Self.draws(1024, .epochShuffle)
    #expect(draws[..<512].sorted() == Self.examples)
    #expect(draws[512...].sorted() == Self.examples)
  }

  @Test func everyEpochHasAnotherOrder() {
    let draws = Self.draws(1024, .epochShuffle)
    #expect(zip(draws[..<512], draws[512...]).count { $0 == $1 } < 8)
    #expect(draws[..<512] != Self.examples[...])
  }

  @Test func replacementRepeatsExamples() {
    let distinct = Set(Self.draws(512, .withReplacement)).count
    // 512 · (1 − 1/e) = 324 are expected, give or take 11.
    #expect((270...378).contains(distinct))
  }

  /// Changing the batch size changes how draws are grouped, not which are drawn.
  @Test(arguments: BatchNoise.Sampling.allCases, [2, 8, 256])
  func batchSizesShareTheirLuck(sampling: BatchNoise.Sampling, batch: Int) {
    let single = Self.draws(1024, sampling)
    let means = Self.draws(1024 / batch, sampling, batch: batch)
    for (index, mean) in means.enumerated() {
      let group = single[(index * batch)..<((index + 1) * batch)]
      #expect(abs(group.reduce(0, +) / Double(batch) - mean) < 1e-9)
    }
  }

  /// What does not fill a batch is left out of its epoch and does not leak into the next.
  @Test func aPartialBatchIsLeftOut() {
    let means = Self.draws(4, .epochShuffle, batch: 200)
    let single = Self.draws(1024, .epochShuffle)
    let expected = [0..<200, 200..<400, 512..<712, 712..<912].map {
      single[$0].reduce(0, +) / 200
    }
    #expect(means == expected)
  }
}

@Suite struct GradientNoiseTests {
  static func noise(_ batch: Int, _ sampling: BatchNoise.Sampling, seed: UInt64)
    -> BatchNoise.GradientNoise
  {
    BatchNoise.GradientNoise(
      MeanEstimation(rate: 0.1, batchSize: batch, sampling: sampling),
      order: BatchNoise.Order(BatchNoise.standardizedExamples(seed: seed), sampling),
      stream: RandomStream(seed: seed, "gradient"))
  }

  /// 20 seeds of 1024 batches: a variance is known to √(2/20480) = 1 %; six of these are allowed.
  @Test(arguments: BatchNoise.Sampling.allCases)
  func variancesFollowTheLaw(sampling: BatchNoise.Sampling) {
    let runs = (1...20).map { Self.noise(100, sampling, seed: $0) }
    for (index, size) in runs[0].sizes.enumerated() {
      let measured = runs.reduce(0) { $0 + $1.variances[index] } / Double(runs.count)
      let law = MeanEstimation(rate: 0.1, batchSize: size, sampling: sampling).gradientVariance
      #expect(abs(measured / law - 1) < 0.06, "batch \(size)")
      // Without the 1/B, or with the other law, the largest batches would be far off.
      if size == 256 {
        let other: BatchNoise.Sampling =
          sampling == .epochShuffle ? .withReplacement : .epochShuffle
        let wrong = MeanEstimation(rate: 0.1, batchSize: size, sampling: other).gradientVariance
        #expect(abs(measured / wrong - 1) > 0.4)
      }
    }
  }

  /// Drawn over a line of slope −1: both axes are logarithmic, the theory falls as 1/B.
  @Test func theLawIsAStraightLine() throws {
    let figure = try #require(try BatchNoiseTests.outcome().figures.first)
    #expect(figure.x.scale == .log && figure.y.scale == .log)
    let theory = try #require(figure.series.first { $0.role == .theory })
    for (batch, variance) in zip(theory.x, theory.y) { #expect(abs(batch * variance - 1) < 1e-12) }
  }

  @Test func measuresThePowersOfTwoAndTheChosenSize() {
    #expect(Self.noise(32, .withReplacement, seed: 1).sizes == [1, 2, 4, 8, 16, 32, 64, 128, 256])
    let noise = Self.noise(100, .withReplacement, seed: 1)
    #expect(noise.sizes == [1, 2, 4, 8, 16, 32, 64, 100, 128, 256])
    #expect(noise.variance(at: 100) == noise.variances[7])
    #expect(noise.variance(at: 99) == nil)
    // The other sizes are measured on the same draws.
    #expect(
      abs(noise.variances[8] - Self.noise(32, .withReplacement, seed: 1).variances[7]) < 1e-12)
  }
}
