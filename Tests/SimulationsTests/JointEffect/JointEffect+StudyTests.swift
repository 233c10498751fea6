import Numerics
import Testing

@testable import Simulations

@Suite struct JointStudyTests {
  static func study(_ rate: Double, _ batchSize: Int, _ samples: Int = 2000) -> JointStudy {
    JointStudy(rate: rate, batchSize: batchSize, samples: samples)
  }

  /// (1 − η)²ᵗ·25 + η/(B(2 − η))·(1 − (1 − η)²ᵗ), t = ⌊2000/B⌋.
  @Test(arguments: [(0.02, 64), (1.9, 1), (0.001, 256), (0.3, 100)])
  func closedForm(rate: Double, batchSize: Int) {
    let kept = (1 - rate).raised(to: 2 * (2000 / batchSize))
    let exact = kept * 25 + rate / (Double(batchSize) * (2 - rate)) * (1 - kept)
    #expect(abs(Self.study(rate, batchSize).error(rate, batchSize) / exact - 1) < 1e-9)
  }

  /// Each knob alone, and both at once, from three places.
  @Test(
    arguments: [
      (0.02, 64, 7.144, 0.00174, 0.00229, 0.01368), (0.02, 32, 2.042, 0.00166, 0.00229, 0.00608),
      (0.01, 64, 13.4, 0.00174, 0.00234, 0.02736),
    ] as [(Double, Int, Double, Double, Double, Double)])
  func bothOvershoot(
    rate: Double, batchSize: Int, here: Double, rateAlone: Double, batchAlone: Double,
    both: Double
  ) {
    let study = Self.study(rate, batchSize)
    #expect(abs(study.error(rate, batchSize) / here - 1) < 0.01)
    #expect(abs(study.turned.rate - rateAlone) < 6e-6, "\(study.turned.rate)")
    #expect(abs(study.turned.batch - batchAlone) < 6e-6, "\(study.turned.batch)")
    #expect(abs(study.turned.both - both) < 6e-6, "\(study.turned.both)")
    if rate == 0.02, batchSize == 64 {
      #expect(abs(study.bestRate - 0.197) < 5e-4 && study.bestBatchSize == 8)
    }
  }

  /// At one ratio of rate and batch size the error hardly depends on either.
  @Test func theRatioIsWhatCounts() {
    let study = Self.study(0.02, 64)
    #expect(abs(study.error(0.0025, 1) - 0.00237) < 5e-6)
    #expect(abs(study.error(0.0025 * 256, 256) - 0.00185) < 5e-6)
    let least = JointStudy.batchSizes.map { size in
      JointStudy.rates.map { study.error($0, size) }.min() ?? 0
    }
    #expect(least.allSatisfy { $0 > 0.00164 && $0 < 0.00178 }, "\(least)")
  }

  @Test func sharesOfTheLogarithm() {
    let effects = Self.study(0.02, 64).effects
    for (set, share) in [([1], 0.341), ([0], 0.148), ([0, 1], 0.512)] as [(Set<Int>, Double)] {
      #expect(abs(effects.share(set) - share) < 6e-4, "\(effects.share(set))")
    }
  }

  /// The exercise: a slanted band of the grid where batches hold at least 32.
  @Test func theBandOfTheExercise() throws {
    let study = Self.study(0.02, 64)
    var passing: [Int: [Double]] = [:]
    for size in JointStudy.batchSizes where size >= 32 {
      passing[size] = JointStudy.rates.filter { study.error($0, size) <= 0.005 }
    }
    let bands = [(32, 0.077, 0.238), (64, 0.135, 0.42), (128, 0.29, 0.74), (256, 0.51, 1.08)]
    for (size, low, high) in bands {
      let band = try #require(passing[size])
      #expect(abs(try #require(band.first) / low - 1) < 0.02)
      #expect(abs(try #require(band.last) / high - 1) < 0.02)
    }
    // All of them are a fifteenth of the grid; the exercise leaves the last batch size out.
    let share = Double(passing.values.joined().count) / Double(41 * 9)
    #expect(abs(share - 0.068) < 0.001)
    for (rate, size) in [(0.01, 32), (0.1, 1), (0.02, 64), (0.001, 32), (1.9, 256)] {
      #expect(study.error(rate, size) > 0.005 || size < 32)
    }
  }

  /// 16 × 256 runs beside the closed form.
  @Test(arguments: [(0.02, 64), (0.5, 3), (1.8, 200)]) func runsAgree(rate: Double, batchSize: Int)
  {
    let study = Self.study(rate, batchSize)
    let means = (1...16).map { study.simulate(seed: $0) }
    let mean = means.reduce(0, +) / 16
    let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / 15 / 16).squareRoot()
    #expect(abs(mean - study.error(rate, batchSize)) < 5 * error)
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(JointEffect.verdict(bothOverBetter: 2).code == "adds-up")
    #expect(JointEffect.verdict(bothOverBetter: 2.0.nextUp).code == "overshoots-together")
  }
}
