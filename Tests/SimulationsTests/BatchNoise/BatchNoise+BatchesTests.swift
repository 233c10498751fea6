import Learning
import Testing

@testable import Simulations

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
