import Experiments
import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct ConfidentMistakeTests {
  typealias Rule = ConfidentMistake.Rule

  static func outcome(_ rule: Rule, logOdds: Double = 6, rate: Double = 1) throws -> Outcome {
    try ConfidentMistake.outcome([
      "loss": rule.settingValue, "log-odds": .real(logOdds), "learning-rate": .real(rate),
    ])
  }

  // Row 13 of the course's figures: p − y against (p − y)p(1 − p)

  @Test(arguments: [0.5, 1, 3.3, 6, 10])
  func gradientsAreThoseOfTheFormulas(logOdds: Double) throws {
    let p = Elementary.sigmoid(-logOdds)
    for (rule, formula) in [(Rule.crossEntropy, 1 - p), (.squared, (1 - p) * p * (1 - p))] {
      let outcome = try Self.outcome(rule, logOdds: logOdds)
      #expect(try abs(#require(outcome["gradient-at-start"]) - formula) < 1e-14)
      #expect(try abs(#require(outcome["predicted-gradient"]) - formula) < 1e-14)
    }
  }

  /// Small steps take the time of the flow; an Euler step late where the pull grows, early where
  /// it shrinks.
  @Test(arguments: Rule.allCases, [0.5, 1, 3, 6, 8])
  func smallStepsAgreeWithTheFlow(rule: Rule, logOdds: Double) throws {
    let outcome = try Self.outcome(rule, logOdds: logOdds, rate: 0.05)
    let predicted = try #require(outcome["predicted-steps"])
    let steps = try #require(outcome["steps-to-even-chance"])
    #expect(abs(steps - predicted) <= 1 + 0.002 * predicted)
  }

  @Test(
    arguments: [
      (.crossEntropy, 6, 7), (.crossEntropy, 7, 8), (.crossEntropy, 10, 11), (.squared, 6, 426),
      (.squared, 7, 1123), (.squared, 10, 22063),
    ] as [(Rule, Double, Double)])
  func stepsToTheEvenChance(rule: Rule, logOdds: Double, steps: Double) throws {
    #expect(try Self.outcome(rule, logOdds: logOdds)["steps-to-even-chance"] == steps)
  }

  /// A unit of certainty costs cross-entropy a step and squared error a factor of nearly e.
  @Test func certaintyCostsOneAStepAndTheOtherAFactor() throws {
    for logOdds in [4.0, 5, 6, 7, 8, 9] {
      func more(_ rule: Rule) throws -> (Double, Double) {
        let (near, far) = (
          try Self.outcome(rule, logOdds: logOdds), try Self.outcome(rule, logOdds: logOdds + 1)
        )
        return try (
          #require(near["steps-to-even-chance"]), #require(far["steps-to-even-chance"])
        )
      }
      let entropy = try more(.crossEntropy)
      #expect(entropy.1 == entropy.0 + 1)
      let squared = try more(.squared)
      #expect((2.3...2.72).contains(squared.1 / squared.0))
    }
  }

  /// The pull of squared error is largest at p = 1/3.
  @Test(arguments: [0.05, 0.2, 0.87])
  func theLongestStepIsFourTwentySeventhsOfTheRate(rate: Double) throws {
    let longest = try #require(try Self.outcome(.squared, logOdds: 5, rate: rate)["largest-step"])
    #expect(longest <= 4.0 / 27 * rate + 1e-15 && longest > 0.998 * 4 / 27 * rate)
  }

  @Test(arguments: [
    (0.1, false), (0.55, false), (0.56, true), (0.87, true), (0.88, false), (1, false),
  ])
  func offThePlateau(rate: Double, passes: Bool) throws {
    let outcome = try Self.outcome(.squared, logOdds: 5, rate: rate)
    let steps = try #require(outcome["steps-to-even-chance"])
    let longest = try #require(outcome["largest-step"])
    #expect((steps <= 300 && longest <= 0.13) == passes)
  }

  // Findings

  @Test(
    arguments: [
      (.crossEntropy, 6, "steady-gradient"), (.squared, 6, "vanishing-gradient"),
      (.squared, 2.1, "vanishing-gradient"), (.squared, 2, "weaker-gradient"),
      (.squared, 0.5, "weaker-gradient"),
    ] as [(Rule, Double, String)])
  func classifies(rule: Rule, logOdds: Double, code: String) throws {
    let outcome = try Self.outcome(rule, logOdds: logOdds)
    #expect(outcome.findings.map(\.code) == [code])
    #expect(outcome.findings[0].measured == outcome["steps-to-even-chance"])
    #expect(outcome.findings[0].predicted == outcome["predicted-steps"])
  }

  @Test func messagesNameBothNumbers() throws {
    #expect(
      try Self.outcome(.squared).findings[0].message
        == "squared error hardly pulls where the unit is sure: the right class has a probability of "
        + "0.0025, the first gradient is 0.0025, and it takes 424 steps to an even chance by theory, "
        + "426 measured.")
  }

  /// Where a step moves the log-odds by half a unit or less, theory counts steps; past it, time.
  @Test func longStepsAreNotCountedByTheory() throws {
    let long = try Self.outcome(.squared, logOdds: 0.5, rate: 100).findings[0].message
    #expect(
      long.hasSuffix(
        "1 step to an even chance, too long for theory: infinitely small ones take the time of 0.0365."
      )
    )
    for rate in [0.5, 0.51] {
      let outcome = try Self.outcome(.crossEntropy, logOdds: 9, rate: rate)
      let isSmall = try #require(outcome["largest-step"]) <= 0.5
      #expect(isSmall == (rate == 0.5))
      #expect(outcome.findings[0].message.contains("by theory") == isSmall)
    }
  }

  // Corners and figures

  @Test(arguments: Rule.allCases, [0.5, 10])
  func everyCornerIsSound(rule: Rule, logOdds: Double) throws {
    for rate in [logOdds > 5 && rule == .squared ? 0.5 : 0.05, 100] {
      let outcome = try Self.outcome(rule, logOdds: logOdds, rate: rate)
      #expect(Set(outcome.metrics.keys) == Set(ConfidentMistake.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 > 0 })
      FigureCheck.check(outcome.figures, of: ConfidentMistake.self)
      let steps = Int(try #require(outcome["steps-to-even-chance"]))
      #expect(outcome.cost.updates == steps + steps / 4 + 20)
    }
  }

  @Test func thePictureCrossesWhereTheMetricSays() throws {
    let figure = try Self.outcome(.squared).figures[0]
    #expect(figure.markers.map(\.x) == [426])
    let series = figure.series[0]
    for (step, probability) in zip(series.x, series.y) {
      #expect((probability >= 0.5) == (step >= 426))
    }
  }
}

// Bounds, tried on both sides

extension ConfidentMistakeTests {
  @Test(
    arguments: [
      (ConfidentMistake.Rule.squared, 0.1, "weaker-gradient"),
      (.squared, 0.1.nextDown, "vanishing-gradient"), (.crossEntropy, 0.01, "steady-gradient"),
    ] as [(ConfidentMistake.Rule, Double, String)])
  func verdictsTurnAtTheirBounds(rule: ConfidentMistake.Rule, share: Double, code: String) {
    #expect(ConfidentMistake.verdict(rule, share: share).code == code)
  }

  /// p(1 − p) is a tenth at log-odds of 2.06344.
  @Test(arguments: [(2.0634, "weaker-gradient"), (2.0635, "vanishing-gradient")])
  func theFirstGradientIsATenthOfCrossEntropys(logOdds: Double, code: String) {
    #expect(EvenChanceDescent(.squared, logOdds: logOdds, rate: 1).finding.code == code)
  }
}
