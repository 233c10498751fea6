import Testing

@testable import Simulations

@Suite struct SampledDesignTests {
  private static func designs(
    _ samples: Int, _ sampling: SensitivityIndices.Sampling, _ count: UInt64 = 200
  ) -> [SampledDesign] {
    (1...count).map { SampledDesign(samples: samples, sampling: sampling, seed: $0) }
  }

  /// Root mean square error of the first index over 200 sets of points, both ways of drawing.
  @Test(
    arguments: [
      (64, 0.167, 0.091), (256, 0.086, 0.031), (1024, 0.046, 0.011),
    ] as [(Int, Double, Double)])
  func errorsBySamples(samples: Int, random: Double, even: Double) {
    for (sampling, wanted) in [(.random, random), (.halton, even)]
      as [(SensitivityIndices.Sampling, Double)]
    {
      let squares = Self.designs(samples, sampling).map { $0.errors[0] * $0.errors[0] }
      let error = (squares.reduce(0, +) / Double(squares.count)).squareRoot()
      #expect(error / wanted > 0.8 && error / wanted < 1.25, "\(sampling): \(error)")
    }
  }

  /// How often all six are within 0.1: the exercise's band, and what is left to chance beside it.
  @Test func theBandOfTheExercise() {
    func share(_ samples: Int, _ sampling: SensitivityIndices.Sampling) -> Double {
      let settled = Self.designs(samples, sampling, 400).filter { $0.worstError <= 0.1 }
      return Double(settled.count) / 400
    }
    #expect(share(64, .random) < 0.15 && share(64, .halton) < 0.4)
    #expect(share(400, .random) < 0.7)
    #expect(share(200, .halton) < 0.9)
    #expect(share(280, .halton) > 0.95 && share(400, .halton) > 0.98)
  }

  /// A share of the variance that is estimated below 0 is seen often, and never far below.
  @Test func estimatesBelowNothing() {
    let thirds = Self.designs(64, .random).map { $0.estimate.first[2] }
    let below = thirds.filter { $0 < 0 }.count
    #expect(below > 60 && below < 140)
    let mean = thirds.reduce(0, +) / 200
    #expect(abs(mean) < 0.05)
  }
}
