import Experiments

/// Two settings of a digit reader, trained on the same splits: one for 8 epochs, the other for fewer.
///
/// 180 of 300 digits train and 60 validate, and both settings start from the same weights on each split.
/// What a comparison of settings stands on is measured on real trainings: the gap, how far accuracies
/// spread, and what they share on a split. The first training is made a second time with its own seed.
package enum DigitDuel: Simulation {
  package static let name = "digit-duel"
  package static let summary =
    "Two settings of a digit reader on the same splits: gap, spread, and which looks better on each"
  package static let usesChance = true

  // What it takes

  static let splits = Knob<Int>(
    "splits", 3...300, .log, default: 3, "how many splits, and how many seeds on the first of them")
  static let epochs = Knob<Int>(
    "epochs", 1...7, default: 2, "epochs of the shorter training; the longer one has 8")

  package static let knobs: [any AnyKnob] = [splits, epochs]

  // What it gives

  static let gap = Metric(
    "gap", "mean validation accuracy of the longer training less that of the shorter",
    .fixed(decimals: 3))
  static let longer = Metric(
    "longer-accuracy", "mean validation accuracy of the longer training", .fixed(decimals: 3),
    better: .higher, kind: .share)
  static let shorter = Metric(
    "shorter-accuracy", "mean validation accuracy of the shorter training", .fixed(decimals: 3),
    better: .higher, kind: .share)
  static let deviation = Metric(
    "deviation", "standard deviation of an accuracy over splits, of both in the mean square",
    .fixed(decimals: 3))
  static let seedDeviation = Metric(
    "seed-deviation", "that of the longer training over seeds on one split", .fixed(decimals: 3))
  static let binomialDeviation = Metric(
    "binomial-deviation", "√(p(1 − p)/60), what 60 rows at longer-accuracy p spread by themselves",
    .fixed(decimals: 3))
  static let correlation = Metric(
    "correlation", "correlation of the two accuracies over splits", .fixed(decimals: 2),
    absent: "all alike")
  static let ahead = Metric(
    "ahead-share", "share of splits on which the longer training is ahead", .fixed(decimals: 2),
    kind: .share)
  static let tied = Metric(
    "tied-share", "share of splits on which both are alike", .fixed(decimals: 2), kind: .share)
  static let behind = Metric(
    "behind-share", "share of splits on which the shorter training is ahead", .fixed(decimals: 2),
    kind: .share)
  static let repeatDifference = Metric(
    "repeat-difference", "largest difference of a weight between two runs with one seed")

  package static let metrics = [
    gap, longer, shorter, deviation, seedDeviation, binomialDeviation, correlation, ahead, tied,
    behind, repeatDifference,
  ]

  static let splitsFigure = FigureKind("splits", "validation accuracy of both by split")

  package static let figures = [splitsFigure]
  package static let time: (any AnyKnob)? = splits
  package static let timeFigures = [splitsFigure]

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
    let duel = Duel(settings[splits], epochs: settings[epochs], seed: seed)
    var outcome = Outcome()
    for (metric, value) in duel.values { outcome[metric] = value }
    outcome.findings = duel.findings
    outcome.draw { [duel.figure] }
    outcome.cost = duel.cost
    return outcome
  }
}
