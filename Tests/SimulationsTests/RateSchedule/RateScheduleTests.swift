import Experiments
import Testing

@testable import Simulations

@Suite struct RateScheduleTests {
  typealias Shape = RateSchedule.Shape

  static func outcome(
    _ shape: Shape = .constant, rate: Double = 0.1, steps: Int = 200, dropAt: Double = 0.5,
    noise: Double = 1, curvature: Double = 1, seed: UInt64 = 1
  ) throws -> Outcome {
    try RateSchedule.outcome(
      [
        "schedule": shape.settingValue, "learning-rate": .real(rate), "steps": .integer(steps),
        "drop-at": .real(dropAt), "noise": .real(noise), "curvature": .real(curvature),
      ], seed: seed)
  }

  /// Two seeds of 2048 chains: the mean of w² is known to √((2v² + 4bv)/4096); five are allowed.
  @Test(arguments: Shape.allCases, [(0.02, 1.0), (0.1, 0.3), (0.7, 1)])
  func errorsAgreeWithTheory(shape: Shape, setting: (rate: Double, curvature: Double)) throws {
    for (steps, noise) in [(10, 2.0), (120, 1)] {
      let runs = try (1...2).map {
        try Self.outcome(
          shape, rate: setting.rate, steps: steps, noise: noise, curvature: setting.curvature,
          seed: UInt64($0))
      }
      let measured = try runs.map { try #require($0["squared-error"]) }.reduce(0, +) / 2
      let start = try #require(runs[0]["start-left"])
      let added = try #require(runs[0]["noise-left"])
      let predicted = try #require(runs[0]["predicted-squared-error"])
      #expect(start + added == predicted)
      let deviation = ((2 * added * added + 4 * start * added) / 4096).squareRoot()
      #expect(abs(measured - predicted) <= 5 * deviation)
    }
  }

  /// Constant, cosine, a drop at 100 and one over the time, measured.
  @Test(arguments: [
    (Shape.constant, 0.1, 0.0526), (.constant, 0.0244, 0.0136), (.constant, 0.01, 0.454),
    (.cosine, 0.1, 0.0102), (.step, 0.1, 0.0114), (.inverseTime, 1, 0.005),
  ])
  func reproducesWhatIsKnown(shape: Shape, rate: Double, error: Double) throws {
    let measured = try (1...4).map {
      try #require(try Self.outcome(shape, rate: rate, seed: UInt64($0))["squared-error"])
    }
    #expect(abs(measured.reduce(0, +) / 4 / error - 1) < 0.08)
  }

  /// The peaks that leave at most 0.012: 24 % of the range, and no constant rate at all.
  @Test func aQuarterOfTheCosinePeaksPass() throws {
    let bowl = NoisyBowl(curvature: 1, noise: 1)
    func passing(_ shape: Shape) -> [Double] {
      Spacing.values(1000, over: 0.005...1, .log).filter { rate in
        let plan = shape.schedule(rate: rate, steps: 200, dropAt: 0.5)
        let errors = bowl.errors(at: (0..<200).map { plan.rate(at: $0) })
        return (errors.last?.squaredError ?? .infinity) <= 0.012
      }
    }
    let peaks = passing(.cosine)
    let share = Double(peaks.count) / 1000
    #expect(abs(share - 0.24) < 0.01)
    #expect(try abs(#require(peaks.first) - 0.042) < 0.0005)
    #expect(try abs(#require(peaks.last) - 0.152) < 0.0015)
    #expect(passing(.constant).isEmpty)
  }

  /// Without noise a fading rate has nothing to quiet, and only gives progress away.
  @Test func withoutNoiseConstantIsBetter() throws {
    let constant = try #require(try Self.outcome(.constant, noise: 0)["squared-error"])
    let cosine = try #require(try Self.outcome(.cosine, noise: 0)["squared-error"])
    #expect(constant < 1e-15 && cosine > 1e-9)
  }

  /// One over the time needs a rate that fits the curvature; the cosine asks for less.
  @Test func inverseTimeFailsInAShallowBowl() throws {
    let inverse = try #require(
      try Self.outcome(.inverseTime, rate: 1, curvature: 0.2)["squared-error"])
    let cosine = try #require(try Self.outcome(.cosine, rate: 0.2, curvature: 0.2)["squared-error"])
    #expect(inverse > 10 * cosine)
  }

  @Test(arguments: [
    (Shape.cosine, 0.1, 200, "beats-every-constant"), (.constant, 0.0245, 200, "best-constant"),
    (.constant, 0.01, 200, "start-remains"), (.constant, 0.1, 200, "noise-remains"),
    (.step, 0.01, 200, "start-remains"), (.cosine, 1, 200, "noise-remains"),
  ])
  func findsWhatItIs(shape: Shape, rate: Double, steps: Int, code: String) throws {
    let outcome = try Self.outcome(shape, rate: rate, steps: steps)
    let finding = try #require(outcome.findings.first)
    #expect(finding.code == code)
    #expect(finding.predicted == outcome["predicted-squared-error"])
    #expect(finding.measured == outcome["squared-error"])
    #expect(RateSchedule.findings.map(\.code).contains(finding.code))
    let number = NumberText.significant(try #require(finding.predicted))
    #expect(finding.message.contains(number))
  }

  /// All corners of the domains give sound numbers, figures and findings.
  @Test(arguments: Shape.allCases) func holdsAtAllCorners(shape: Shape) throws {
    for (rate, curvature) in [(0.005, 0.1), (0.005, 1), (1, 0.1), (1, 1)] {
      for (steps, dropAt, noise) in [(10, 0.0, 0.0), (10, 1, 3), (11, 0.5, 3)] {
        try Self.check(
          Self.outcome(
            shape, rate: rate, steps: steps, dropAt: dropAt, noise: noise, curvature: curvature))
      }
    }
    try Self.check(Self.outcome(shape, rate: 1, steps: 1000))
  }

  static func check(_ outcome: Outcome) {
    #expect(Set(outcome.metrics.keys) == Set(RateSchedule.metrics.map(\.name)))
    #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
    #expect(outcome.findings.count == 1)
    FigureCheck.check(outcome.figures, of: RateSchedule.self)
  }

  /// Half of 11 steps is 5.5, which counts as 6; 0.49 of them is 5.39, which counts as 5.
  @Test func halfAStepCountsAsOne() {
    for (share, low) in [(0.5, 6), (0.49, 5)] {
      let plan = Shape.step.schedule(rate: 1, steps: 11, dropAt: share)
      #expect((0..<11).first { plan.rate(at: $0) < 0.5 } == low)
    }
  }

  /// A drop at the start is a tenth of the rate all along, one at the end none.
  @Test func dropsWhereItIsTold() throws {
    let early = try Self.outcome(.step, rate: 0.2, dropAt: 0)
    let low = try Self.outcome(.constant, rate: 0.02)
    let late = try Self.outcome(.step, rate: 0.2, dropAt: 1)
    let high = try Self.outcome(.constant, rate: 0.2)
    for name in ["squared-error", "predicted-squared-error"] {
      let pairs = [(early[name], low[name]), (late[name], high[name])]
      for (one, other) in pairs {
        let ratio = try #require(one) / #require(other)
        #expect(abs(ratio - 1) < 1e-12)
      }
    }
  }
}

// Bounds, tried on both sides

extension RateScheduleTests {
  @Test(
    arguments: [
      (0.4, 0.6 - 2e-9, "beats-every-constant"), (0.4, 0.6 - 0.5e-9, "best-constant"),
      (0.4, 0.65 - 1e-12, "best-constant"), (0.4, 0.65 + 1e-12, "noise-remains"),
      (0.65 + 1e-12, 0.4, "start-remains"), (1, 1, "noise-remains"),
      (1.0.nextUp, 1, "start-remains"), (1.2, 0, "start-remains"),
    ] as [(Double, Double, String)])
  func verdictsTurnAtTheirBounds(start: Double, noise: Double, code: String) {
    let error = NoisyBowl.Error(start: start, noise: noise)
    #expect(RateSchedule.verdict(error, bestConstantError: 1).code == code)
  }
}
