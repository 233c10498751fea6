import Experiments

/// Two settings of a digit reader, trained on the same splits: one has 12 hidden units, the other fewer.
///
/// 180 of 300 digits train and 60 validate. The same numbers that a comparison of settings stands on are
/// measured on real trainings: the gap, how far accuracies spread, and what they share on a split. The
/// first training is made a second time with its own seed.
package enum DigitDuel: Simulation {
  package static let name = "digit-duel"
  package static let summary =
    "Two settings of a digit reader on the same splits: gap, spread, and which looks better on each"
  package static let usesChance = true

  // What it takes

  static let splits = Knob<Int>(
    "splits", 3...300, .log, default: 3, "how many splits, and how many seeds on the first of them")
  static let hiddenUnits = Knob<Int>(
    "hidden-units", 2...11, default: 6, "hidden units of the smaller network; the larger has 12")

  package static let knobs: [any AnyKnob] = [splits, hiddenUnits]

  // What it gives

  static let gap = Metric(
    "gap", "mean validation accuracy of the larger network less that of the smaller",
    .fixed(decimals: 3))
  static let larger = Metric(
    "larger-accuracy", "mean validation accuracy of the larger network", .fixed(decimals: 3))
  static let smaller = Metric(
    "smaller-accuracy", "mean validation accuracy of the smaller network", .fixed(decimals: 3))
  static let deviation = Metric(
    "deviation", "standard deviation of an accuracy over splits, of both in the mean square",
    .fixed(decimals: 3))
  static let seedDeviation = Metric(
    "seed-deviation", "that of the larger network over seeds on one split", .fixed(decimals: 3))
  static let binomialDeviation = Metric(
    "binomial-deviation", "√(p(1 − p)/60), what 60 rows at larger-accuracy p spread by themselves",
    .fixed(decimals: 3))
  static let correlation = Metric(
    "correlation", "correlation of the two accuracies over splits", .fixed(decimals: 2),
    absent: "all alike")
  static let ahead = Metric(
    "ahead-share", "share of splits on which the larger network is ahead", .fixed(decimals: 2))
  static let tied = Metric(
    "tied-share", "share of splits on which both are alike", .fixed(decimals: 2))
  static let behind = Metric(
    "behind-share", "share of splits on which the smaller network is ahead", .fixed(decimals: 2))
  static let repeatDifference = Metric(
    "repeat-difference", "largest difference of a weight between two runs with one seed")

  package static let metrics = [
    gap, larger, smaller, deviation, seedDeviation, binomialDeviation, correlation, ahead, tied,
    behind, repeatDifference,
  ]

  static let splitsFigure = FigureKind("splits", "validation accuracy of both by split")

  package static let figures = [splitsFigure]

  // What it finds

  static let agreed = FindingKind(
    "agreed", "the setting that is ahead on average is ahead on every split",
    explains: [ahead, behind])
  static let disputed = FindingKind(
    "disputed", "on some splits the setting that is ahead on average is behind or level",
    explains: [ahead, tied, behind])
  static let level = FindingKind("level", "both have the same mean", explains: [gap])
  static let realData = FindingKind("real-data", "always: whom the digits are owed to")

  package static let findings = [agreed, disputed, level, realData]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let duel = Duel(settings[splits], hiddenUnits: settings[hiddenUnits], seed: seed)
    var outcome = Outcome()
    for (metric, value) in duel.values { outcome[metric] = value }
    outcome.findings = duel.findings
    outcome.draw { [duel.figure] }
    outcome.cost = duel.cost
    return outcome
  }
}
