import Experiments
import Numerics
import Testing

@testable import Simulations

@Suite struct ExpectedImprovementTests {
  private static func look(
    _ mean: Double, _ deviation: Double, _ margin: Double = 0, seed: UInt64 = 1
  ) -> SingleLook {
    SingleLook(mean: mean, deviation: deviation, margin: margin, seed: seed)
  }

  /// Mean, deviation, best and margin; improvement and probability.
  ///
  /// Here the best is 0.
  @Test(
    arguments: [
      ([0, 1, 0, 0], 0.3989422804014, 0.5),
      ([0.5, 0.2, 0.4, 0], 3.955931148026e-2, 0.3085375387260),
      ([-1, 0.3, -0.8, 0.1], 0.1762708342897, 0.6305586598182),
      ([2, 0.5, 1, 0], 4.245351308415e-3, 2.275013194818e-2),
      ([1, 1, 1.5, 0.01], 0.6908995652833, 0.6879330505826),
    ] as [([Double], Double, Double)])
  func theGroundTruthsValues(numbers: [Double], improvement: Double, probability: Double) {
    let look = Self.look(numbers[0] - numbers[2], numbers[1], numbers[3])
    #expect(abs(look.expectedImprovement / improvement - 1) < 1e-11)
    #expect(abs(look.expectedProbability / probability - 1) < 1e-11)
  }

  /// By Simpson's rule over the normal density.
  @Test(arguments: [(-0.3, 0.5, 0.1), (0.5, 1, 0), (1.5, 0.7, 0.5), (-2, 3, 1)])
  func byQuadrature(mean: Double, deviation: Double, margin: Double) {
    let look = Self.look(mean, deviation, margin)
    let parts = 4000
    var sum = 0.0
    for part in 0...parts {
      let gain = 12 * deviation * Double(part) / Double(parts) + max(0, -margin - mean)
      let z = (-margin - gain - mean) / deviation
      let weight = part == 0 || part == parts ? 1.0 : part % 2 == 1 ? 4 : 2
      sum += weight * Elementary.normalDistribution(z)
    }
    // ∫ P(value < −ξ − g) dg, by parts; below the sure part of the gain it is nearly 1.
    var sure = 0.0
    let edge = max(0, -margin - mean)
    for part in 0...parts where edge > 0 {
      let z = (-margin - edge * Double(part) / Double(parts) - mean) / deviation
      let weight = part == 0 || part == parts ? 1.0 : part % 2 == 1 ? 4 : 2
      sure += weight * Elementary.normalDistribution(z)
    }
    let width = 12 * deviation / Double(parts) / 3
    let whole = sum * width + sure * edge / Double(parts) / 3
    #expect(abs(look.expectedImprovement - whole) < 1e-8)
  }

  /// A point that is expected to be worse than the best may be worth more than one expected better.
  @Test func theUnknownIsWorthMore() {
    let (near, far) = (Self.look(-0.1, 0.1), Self.look(0.5, 1))
    #expect(abs(near.expectedImprovement - 0.10833) < 1e-4)
    #expect(abs(far.expectedImprovement - 0.19780) < 1e-4)
    #expect(far.expectedImprovement > near.expectedImprovement)
    #expect(far.expectedProbability < near.expectedProbability)
  }

  /// At the best itself it is σφ(0), and it grows with the deviation wherever the mean is.
  @Test func growsWithDeviation() {
    #expect(abs(Self.look(0, 0.7).expectedImprovement - 0.7 * 0.3989422804014327) < 1e-14)
    for mean in [-1, 0, 1.0] {
      let values = [0.01, 0.1, 0.5, 1, 3].map { Self.look(mean, $0).expectedImprovement }
      #expect(values == values.sorted())
    }
  }

  /// Looks at many seeds.
  @Test(arguments: [(0.5, 1, 0), (-1, 0.3, 0.2), (2, 1, 0), (-2, 0.01, 1)])
  func looksAgree(mean: Double, deviation: Double, margin: Double) {
    let all = (1...40).map {
      Self.look(mean, deviation, margin, seed: $0).measured
    }
    func judge(_ values: [Double], _ expected: Double) {
      let mean = values.reduce(0, +) / 40
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      #expect(abs(mean - expected) < 4.5 * (squares / (40 * 39)).squareRoot() + 1e-12)
    }
    let look = Self.look(mean, deviation, margin)
    judge(all.map(\.improvement), look.expectedImprovement)
    judge(all.map(\.probability), look.expectedProbability)
  }

  @Test(arguments: [("-0.5", "0.1", "safe"), ("0.5", "1", "bold"), ("1", "0.1", "modest")])
  func findsWhatItIs(mean: String, deviation: String, code: String) throws {
    let outcome = try ExpectedImprovement.outcome(["mean": mean, "deviation": deviation])
    #expect(outcome.findings.map(\.code) == [code])
    #expect(outcome.findings[0].predicted == outcome["predicted-improvement"])
    #expect(outcome.findings[0].measured == outcome["improvement"])
  }

  @Test func verdictsTurnAtTheirBounds() {
    typealias Kind = ExpectedImprovement
    #expect(Kind.verdict(improvement: 0.1, probability: 1).code == "modest")
    #expect(Kind.verdict(improvement: 0.1.nextUp, probability: 0.5).code == "bold")
    #expect(Kind.verdict(improvement: 0.1.nextUp, probability: 0.5.nextUp).code == "safe")
  }

  @Test(arguments: ["-2", "2"], ["0.01", "3"]) func holdsAtAllCorners(
    mean: String, deviation: String
  ) throws {
    for margin in ["0", "1"] {
      let outcome = try ExpectedImprovement.outcome([
        "mean": mean, "deviation": deviation, "margin": margin,
      ])
      #expect(Set(outcome.metrics.keys) == Set(ExpectedImprovement.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
      FigureCheck.check(outcome.figures, of: ExpectedImprovement.self)
    }
  }
}
