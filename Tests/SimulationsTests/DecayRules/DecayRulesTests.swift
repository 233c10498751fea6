import Experiments
import Testing

@testable import Simulations

@Suite struct DecayRulesTests {
  typealias Rule = DecayRules.Rule

  static func outcome(
    _ rule: Rule, alpha: Double = 0.01, rate: Double = 0.01, steps: Int = 10, slope: Double = 0
  ) throws -> Outcome {
    try DecayRules.outcome([
      "optimizer": rule.settingValue, "alpha": .real(alpha), "learning-rate": .real(rate),
      "steps": .integer(steps), "slope": .real(slope),
    ])
  }

  /// Ten steps at 0.01: AdamW leaves (1 − ηα)¹⁰, Adam with L2 moves about 0.0996 whatever α is.
  @Test(arguments: [1e-4, 1e-3, 0.01, 0.1, 1, 10]) func reproducesWhatIsKnown(alpha: Double) throws
  {
    var left = 1.0
    for _ in 0..<10 { left *= 1 - 0.01 * alpha }
    let adamw = try #require(try Self.outcome(.adamw, alpha: alpha)["weight"])
    #expect(abs(adamw - left) < 1e-14)
    let adam = try #require(try Self.outcome(.adam, alpha: alpha)["decayed"])
    #expect(abs(adam - 0.0996) < 2e-4)
  }

  /// 0.09964 at the smallest α, where ε is felt, 0.09965 at all larger ones: five decades of α move
  /// the fourth digit.
  @Test(arguments: [(1e-4, 0.0996402), (1e-3, 0.0996493), (0.01, 0.0996502), (10, 0.0996503)])
  func adamHardlySeesTheStrength(alpha: Double, taken: Double) throws {
    #expect(try abs(#require(try Self.outcome(.adam, alpha: alpha)["decayed"]) - taken) < 5e-8)
  }

  /// Without a slope every rule does what theory says, at any length.
  @Test(arguments: Rule.allCases, [1, 10, 300]) func agreesWithTheory(rule: Rule, steps: Int) throws
  {
    for (alpha, rate) in [(1e-3, 0.01), (0.5, 0.1), (10, 1e-4), (10, 0.05)] {
      let outcome = try Self.outcome(rule, alpha: alpha, rate: rate, steps: steps)
      let weight = try #require(outcome["weight"])
      let predicted = try #require(outcome["predicted-weight"])
      #expect(abs(weight - predicted) < 1e-12)
      let taken = try #require(outcome["decayed"])
      #expect(abs(taken + weight - 1) < 1e-15)
    }
  }

  /// L2 and decoupled decay are one thing in plain descent: a slope of its own changes nothing much.
  @Test func theyAreTheSameInPlainDescent() throws {
    let plain = try #require(try Self.outcome(.gradientDescent, alpha: 0.3)["weight"])
    let adamw = try #require(try Self.outcome(.adamw, alpha: 0.3)["weight"])
    #expect(abs(plain - adamw) < 1e-14)
  }

  /// With a slope, what L2 in Adam takes falls as the slope grows; what AdamW takes does not.
  @Test func slopesDrownThePenalty() throws {
    func decayed(_ rule: Rule, _ slope: Double) throws -> Double {
      try #require(
        try Self.outcome(rule, alpha: 0.1, rate: 0.001, steps: 1000, slope: slope)["decayed"])
    }
    #expect(try abs(decayed(.adam, 10) / decayed(.adam, 1) - 0.1) < 0.01)
    #expect(try abs(decayed(.adamw, 10) / decayed(.adamw, 1) - 1) < 0.01)
  }

  /// The decays that leave 0.4 … 0.6 after 1000 steps at 0.001: a twentieth of the range.
  @Test func theHalvingDecaysAreATwentieth() throws {
    let passing = Spacing.values(1000, over: 1e-4...10, .log).filter {
      let run = DecayRun(rule: .adamw, decay: $0, rate: 0.001, steps: 1, slope: 0)
      return (0.4...0.6).contains(run.predicted(after: 1000) ?? 0)
    }
    let share = Double(passing.count) / 1000
    #expect(abs(share - 0.051) < 0.003)
    #expect(try abs(#require(passing.first) - 0.511) < 0.01)
    #expect(try abs(#require(passing.last) - 0.916) < 0.01)
  }

  @Test(arguments: [
    (Rule.gradientDescent, 0.0, "proportional"), (.adamw, 3, "proportional"),
    (.adam, 0, "ignores-strength"), (.adam, 3, "drowned-out"),
  ])
  func findsWhatItIs(rule: Rule, slope: Double, code: String) throws {
    let outcome = try Self.outcome(rule, slope: slope)
    let finding = try #require(outcome.findings.first)
    #expect(outcome.findings.count == 1 && finding.code == code)
    #expect(finding.measured == outcome["decayed"])
    #expect((finding.predicted == nil) == (slope > 0))
    #expect(finding.predicted == outcome["predicted-decayed"])
    #expect(finding.message.contains(NumberText.significant(try #require(finding.measured))))
  }

  @Test(arguments: Rule.allCases, [1, 1000]) func holdsAtAllCorners(rule: Rule, steps: Int) throws {
    for (alpha, rate, slope) in [(1e-4, 1e-4, 0.0), (10, 0.1, 10), (10, 0.1, 0), (1e-4, 0.1, 10)] {
      let outcome = try Self.outcome(rule, alpha: alpha, rate: rate, steps: steps, slope: slope)
      #expect(outcome.metrics.count == (slope > 0 ? 2 : 4))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      FigureCheck.check(outcome.figures, of: DecayRules.self)
    }
  }
}

// Bounds, tried on both sides

extension DecayRulesTests {
  /// Decay is 0.1 and takes 0.4 alone.
  @Test(
    arguments: [
      (DecayRules.Rule.adam, 0, 0.1, "ignores-strength"),
      (.adam, .leastNonzeroMagnitude, 0.1, "not-drowned"), (.adam, 0.1, 0.1, "not-drowned"),
      (.adam, 0.1.nextUp, 0.2.nextDown, "drowned-out"), (.adam, 0.1.nextUp, 0.2, "not-drowned"),
      (.adamw, 0, 0.1, "proportional"), (.adamw, 1, 0.1, "proportional"),
      (.gradientDescent, 1, 0.1, "proportional"),
    ] as [(DecayRules.Rule, Double, Double, String)])
  func verdictsTurnAtTheirBounds(
    rule: DecayRules.Rule, slope: Double, decayed: Double, code: String
  ) {
    let verdict = DecayRules.verdict(
      rule, slope: slope, decay: 0.1, decayed: decayed, decayedAlone: 0.4)
    #expect(verdict.code == code)
  }

  /// A thousandth of slope beside a decay of 10 takes next to nothing off it.
  @Test func aSmallSlopeDrownsNothing() throws {
    let outcome = try Self.outcome(.adam, alpha: 10, steps: 50, slope: 0.001)
    let finding = try #require(outcome.findings.first)
    #expect(finding.code == "not-drowned")
    #expect(
      finding.message == "decay has taken away 0.446, against 0.463 without a slope: the loss's "
        + "slope of 0.00100 does not drown the penalty's, which is 10.0 at first.")
  }
}
