import Experiments
import Testing

@testable import Simulations

@Suite struct DoubleDescentTests {
  static func outcome(
    features: Int = 100, examples: Int = 40, noise: Double = 0.2, strengths: String = "equal",
    seed: UInt64 = 1
  ) throws -> Outcome {
    try DoubleDescent.outcome(
      [
        "features": .integer(features), "examples": .integer(examples), "noise": .real(noise),
        "strengths": .choice(strengths),
      ], seed: seed)
  }

  static func values(_ metric: String, _ features: Int, _ strengths: String) throws -> [Double] {
    try (0..<6).map {
      try #require(
        try outcome(features: features, strengths: strengths, seed: 60 + $0)[metric])
    }
  }

  static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  /// 150 models, within four standard errors as the six means themselves show them.
  @Test(arguments: ["equal", "fading"], [2, 10, 20, 30, 60, 100, 200])
  func meansAgreeWithTheory(strengths: String, features: Int) throws {
    let means = try Self.values("mean-error", features, strengths)
    let mean = means.reduce(0, +) / 6
    let error = (means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 30).squareRoot()
    let theory = try #require(
      try Self.outcome(features: features, strengths: strengths)["predicted-error"])
    // Six means say little of their own spread; a twentieth of the value is allowed besides.
    #expect(abs(mean - theory) < 4 * error + 0.05 * theory)
  }

  /// That error within three standard errors alone, of up to 750 models.
  @Test(arguments: [("equal", 30, 30), ("equal", 60, 12), ("fading", 12, 12), ("fading", 200, 8)])
  func manyMeansAgreeWithTheory(strengths: String, features: Int, seeds: Int) throws {
    let outcomes = try (0..<seeds).map {
      try Self.outcome(features: features, strengths: strengths, seed: 60 + UInt64($0))
    }
    let means = try outcomes.map { try #require($0["mean-error"]) }
    let mean = means.reduce(0, +) / Double(seeds)
    let error = (means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(seeds * (seeds - 1)))
      .squareRoot()
    let theory = try #require(outcomes[0]["predicted-error"])
    #expect(abs(mean - theory) < 3 * error && error < 0.03 * theory)
  }

  /// Row 9 of the course's figures: the peak of the medians is at as many features as examples.
  @Test(arguments: ["equal", "fading"]) func peaksWhereFeaturesAreExamples(strengths: String) throws
  {
    let peak = Self.median(try Self.values("median-error", 40, strengths))
    for features in [10, 20, 30, 50, 60, 100, 200] {
      #expect(try Self.median(Self.values("median-error", features, strengths)) < peak / 2)
    }
    #expect(try Self.outcome(features: 40, strengths: strengths)["predicted-error"] == nil)
  }

  /// From the peak on every example is hit exactly; before it none has to be.
  @Test func fitsPerfectlyFromThePeakOn() throws {
    for features in [45, 100, 200] {
      #expect(try #require(try Self.outcome(features: features)["training-error"]) < 1e-16)
    }
    #expect(try #require(try Self.outcome(features: 30)["training-error"]) > 0.05)
  }

  /// Twice the examples, and far more error.
  @Test func moreDataCanHurt() throws {
    let few = try #require(try Self.outcome(features: 60, examples: 30)["median-error"])
    let more = try #require(try Self.outcome(features: 60, examples: 60)["median-error"])
    #expect(more > 3 * few)
  }

  @Test(arguments: [
    (1, "few-features"), (38, "few-features"), (39, "at-the-peak"), (41, "at-the-peak"),
    (42, "many-features"),
  ])
  func findsWhatItIs(features: Int, code: String) throws {
    let outcome = try Self.outcome(features: features)
    let finding = try #require(outcome.findings.first)
    #expect(finding.code == code && finding.predicted == outcome["predicted-error"])
    let measured = try #require(finding.measured)
    #expect(finding.message.contains(NumberText.significant(measured)))
  }

  /// One feature too few hits not every target; one more than it takes leaves a choice.
  @Test(arguments: [(39, false), (40, true), (41, true)])
  func saysWhatCanBeHitNearThePeak(features: Int, hits: Bool) throws {
    let outcome = try Self.outcome(features: features)
    #expect(try (#require(outcome["training-error"]) < 1e-12) == hits)
    let message = try #require(outcome.findings.first).message
    #expect(message.contains("too few to pass through every target") == !hits)
    #expect(message.contains("none to choose how") == (features == 40))
    #expect(message.contains("the shortest weights are taken") == (features == 41))
  }

  @Test(arguments: [1, 200], [10, 100]) func holdsAtAllCorners(features: Int, examples: Int) throws
  {
    for (noise, strengths) in [(0.0, "equal"), (1, "fading")] {
      let outcome = try Self.outcome(
        features: features, examples: examples, noise: noise, strengths: strengths)
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
      FigureCheck.check(outcome.figures, of: DoubleDescent.self)
    }
    let peak = try Self.outcome(features: examples, examples: examples)
    FigureCheck.check(peak.figures, of: DoubleDescent.self)
  }
}

// Bounds, tried on both sides

extension DoubleDescentTests {
  @Test(
    arguments: [
      (8, "few-features"), (9, "at-the-peak"), (10, "at-the-peak"), (11, "at-the-peak"),
      (12, "many-features"),
    ] as [(Int, String)])
  func verdictsTurnAtTheirBounds(features: Int, code: String) throws {
    let outcome = try Self.outcome(features: features, examples: 10)
    #expect(outcome.findings.map(\.code) == [code])
    #expect((outcome["predicted-error"] == nil) == (code == "at-the-peak"))
  }
}
