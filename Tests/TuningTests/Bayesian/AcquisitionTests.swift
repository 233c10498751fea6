import Numerics
import TestKit
import Testing

@testable import Tuning

@Suite struct AcquisitionTests {
  private static let cases: [(numbers: [Double], expected: Double, probability: Double)] = [
    ([0, 1, 0, 0], 0.3989422804014, 0.5), ([0.5, 0.2, 0.4, 0], 3.955931148026e-2, 0.3085375387260),
    ([-1, 0.3, -0.8, 0.1], 0.1762708342897, 0.6305586598182),
    ([2, 0.5, 1, 0], 4.245351308415e-3, 2.275013194818e-2),
    ([1, 1, 1.5, 0.01], 0.6908995652833, 0.6879330505826),
  ]

  private static func found(_ numbers: [Double]) -> (expected: Double, probability: Double) {
    let (mean, deviation, best, margin) = (numbers[0], numbers[1], numbers[2], numbers[3])
    return (
      Acquisition.expectedImprovement(margin: margin)
        .value(mean: mean, deviation: deviation, best: best),
      Acquisition.probabilityOfImprovement(margin: margin)
        .value(mean: mean, deviation: deviation, best: best)
    )
  }

  @Test(arguments: cases)
  func improvements(numbers: [Double], expected: Double, probability: Double) {
    let found = Self.found(numbers)
    #expect(abs(found.expected / expected - 1) < 1e-12)
    #expect(abs(found.probability / probability - 1) < 1e-12)
  }

  @Test func asOthersSay() throws {
    let rows = try ReferenceData.rows("Tuning/gaussian_process.txt")
      .filter { $0.first == "improvement" }
    #expect(rows.count == 100)
    for row in rows {
      let numbers = row.dropFirst().compactMap { ReferenceData.number($0) }
      let found = Self.found(Array(numbers.prefix(4)))
      #expect(abs(found.expected - numbers[4]) <= 1e-10 * numbers[4])
      #expect(abs(found.probability - numbers[5]) <= 1e-10 * numbers[5])
    }
  }

  @Test func whereNothingIsUnknown() {
    let improvement = Acquisition.expectedImprovement(margin: 0.5)
    #expect(improvement.value(mean: 1, deviation: 0, best: 2) == 0.5)
    #expect(improvement.value(mean: 3, deviation: 0, best: 2) == 0)
    let chance = Acquisition.probabilityOfImprovement(margin: 0)
    #expect(chance.value(mean: 1, deviation: 0, best: 2) == 1)
    #expect(chance.value(mean: 2, deviation: 0, best: 2) == 0)
    let bound = Acquisition.lowerConfidenceBound(deviations: 2)
    #expect(bound.value(mean: 1, deviation: 0.25, best: 9) == -0.5)
  }

  /// The order is that of the values, and goes on where these are 0.
  @Test(arguments: [
    Acquisition.expectedImprovement(margin: 0), .probabilityOfImprovement(margin: 0),
    .lowerConfidenceBound(deviations: 1),
  ])
  func theRankGoesOn(_ acquisition: Acquisition) {
    var last = Double.infinity
    for mean in [0, 0.1, 1, 5, 20, 24, 24.9, 25.1, 26, 30, 100, 1e4, 1e8] {
      let rank = acquisition.rank(mean: mean, deviation: 1, best: 0)
      #expect(rank < last && rank.isFinite, "\(mean): \(rank)")
      last = rank
    }
    let hopes = [0.0, 1e-200, 1e-9, 1].map { acquisition.rank(mean: 9, deviation: $0, best: 0) }
    #expect(hopes == hopes.sorted() && !hopes.contains { $0.isNaN })
  }

  /// A look that noise hides as much as the model does takes 1 − √½ of the deviation away.
  @Test(arguments: [(1.0, 1.0, 0.29289321881345), (3, 16, 0.2), (1e3, 1e-12, 1), (1e-9, 1, 5e-19)])
  func noiseCountsAgainstALook(deviation: Double, noise: Double, share: Double) {
    let improvement = Acquisition.expectedImprovement(margin: 0)
    for mean in [-deviation, 0, 2 * deviation, 40 * deviation] {
      let plain = improvement.rank(mean: mean, deviation: deviation, best: 0)
      let noisy = improvement.rank(mean: mean, deviation: deviation, best: 0, noise: noise)
      #expect(abs(noisy - plain - Elementary.log(share)) < 1e-6, "\(mean)")
    }
    for other in [
      Acquisition.probabilityOfImprovement(margin: 0), .lowerConfidenceBound(deviations: 1),
    ] {
      let plain = other.rank(mean: 1, deviation: deviation, best: 0)
      #expect(other.rank(mean: 1, deviation: deviation, best: 0, noise: noise) == plain)
    }
  }
}
