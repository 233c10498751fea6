import Experiments

/// What the best of so many trials comes to in expectation, told from trials that were made.
///
/// The scores are independent standard normal draws, and higher is better. The best of some of them is
/// averaged over all ways to draw those, with or without replacement. 400 sets of scores are compared
/// with exact expectations.
package enum BudgetCurve: Simulation {
  package static let name = "budget-curve"
  package static let summary =
    "What the best of n trials would be, told from the trials at hand: too low, or more spread"
  package static let usesChance = true

  /// How many sets of scores are drawn.
  static let sets = 400

  /// How far below the truth counts as too low, in deviations of a score.
  static let nearness = 0.05

  // What it takes

  static let trials = Knob<Int>("trials", 1...100, default: 10, "the best of how many is asked for")
  static let made = Knob<Int>("made", 2...100, default: 20, "how many trials were made")

  package static let knobs: [any AnyKnob] = [trials, made]

  // What it gives

  static let expectedBest = Metric(
    "expected-best",
    "the best of so many trials in expectation, in deviations above the mean score",
    .fixed(decimals: 4), isExact: true)
  static let predictedReplaced = Metric(
    "predicted-replaced", "what replaced is in expectation", .fixed(decimals: 4), isExact: true)
  static let replaced = Metric(
    "replaced", "expected best as told by drawing with replacement, mean of 400 sets",
    .fixed(decimals: 4), theory: .expectation(predictedReplaced))
  static let notReplaced = Metric(
    "not-replaced", "expected best as told by drawing without replacement, mean of 400 sets",
    .fixed(decimals: 4), theory: .expectation(expectedBest), absent: "too few trials made")
  static let shortfall = Metric(
    "shortfall", "expected-best less predicted-replaced", .fixed(decimals: 4), better: .lower,
    isExact: true)
  static let replacedError = Metric(
    "replaced-error", "root mean square of how far one set is off, with replacement",
    .fixed(decimals: 3), better: .lower)
  static let notReplacedError = Metric(
    "not-replaced-error", "root mean square of how far one set is off, without replacement",
    .fixed(decimals: 3), better: .lower, absent: "too few trials made")

  package static let metrics = [
    expectedBest, replaced, predictedReplaced, notReplaced, shortfall, replacedError,
    notReplacedError,
  ]

  static let curveFigure = FigureKind(
    "curve", "best by trials: as the first set tells it, and in expectation")
  static let madeFigure = FigureKind("made", "what is told by the number of trials that were made")

  package static let figures = [curveFigure, madeFigure]

  // What it finds

  static let tooLow = FindingKind(
    "too-low", "with replacement the best is told more than 0.05 too low in expectation",
    explains: [replaced, predictedReplaced, shortfall])
  static let nearly = FindingKind(
    "nearly-right", "with replacement the best is told at most 0.05 too low in expectation",
    explains: [replaced, predictedReplaced, shortfall])
  static let untold = FindingKind(
    "untold", "fewer trials were made than are asked about: without replacement nothing is told")

  package static let findings = [tooLow, nearly, untold]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let told = ToldBest(trials: settings[trials], made: settings[made], seed: seed)
    var outcome = Outcome()
    for (metric, value) in told.values { outcome[metric] = value }
    outcome.findings = told.findings
    outcome.draw { [told.curveFigure, told.madeFigure] }
    outcome.cost = Cost(
      multiplyAdds: 2 * sets * settings[made] * (settings[trials] + 10),
      bytes: 8 * (settings[made] + 2 * sets))
    return outcome
  }
}
