import Experiments

/// Two settings of which one is better, each judged by the mean accuracy of some runs.
///
/// The accuracy of a run is that of its setting, plus what its split adds, plus what its own seed adds,
/// both normal, in whole rows of 60. Runs of both settings may share their splits. 1,000 comparisons are
/// made and compared with the normal distribution. Gap, deviation and correlation are at first what
/// ``DigitDuel`` measures on real trainings.
package enum FairComparison: Simulation {
  package static let name = "fair-comparison"
  package static let summary =
    "Two settings judged by some runs each, on the same splits or different ones: which looks better?"
  package static let usesChance = true

  /// Whether runs of both settings have the same splits.
  enum Pairing: String, CaseIterable, KnobValue {
    case same, different
  }

  /// Over how many validation rows an accuracy is.
  static let rows = 60.0

  /// The chance of the right order from which on a comparison counts as reliable.
  static let reliability = 0.95

  // What it takes

  static let runs = Knob<Int>("runs", 1...30, default: 1, "how many runs each setting has")
  static let pairing = Knob<Pairing>(
    "pairing", default: .different, "whether runs of both settings have the same splits")
  static let gap = Knob<Double>(
    "gap", .linear(0.002...0.1), default: 0.037,
    "true accuracy of the better less that of the worse")
  static let deviation = Knob<Double>(
    "deviation", .linear(0.02...0.1), default: 0.034,
    "standard deviation of the accuracy of one run")
  static let correlation = Knob<Double>(
    "correlation", .linear(0...0.8), default: 0.52,
    "correlation of the two accuracies on the same split")

  package static let knobs: [any AnyKnob] = [runs, pairing, gap, deviation, correlation]

  // What it gives

  static let predictedRight = Metric(
    "predicted-right-share", "the chance of that by the normal distribution",
    .fixed(decimals: 3), isExact: true, kind: .share)
  static let right = Metric(
    "right-share", "share of 1,000 comparisons in which the better setting has the higher mean",
    .fixed(decimals: 3), theory: .approximation(predictedRight, within: 0.03), better: .higher,
    kind: .share)
  static let tied = Metric(
    "tied-share", "share in which both have the same mean", .fixed(decimals: 3), better: .lower,
    kind: .share)
  static let wrong = Metric(
    "wrong-share", "share in which the worse setting has the higher mean", .fixed(decimals: 3),
    better: .lower, kind: .share)
  static let trainings = Metric(
    "trainings", "runs of both settings together", .count, better: .lower, isExact: true)

  package static let metrics = [right, predictedRight, tied, wrong, trainings]

  static let runsFigure = FigureKind(
    "runs", "chance of the right order by the number of runs, on the same and on different splits")

  package static let figures = [runsFigure]

  // What it finds

  static let reliable = FindingKind(
    "reliable", "the better setting is ahead with a chance of at least 0.95",
    explains: [right, predictedRight])
  static let unreliable = FindingKind(
    "unreliable", "the better setting is ahead with a chance below 0.95",
    explains: [right, predictedRight])

  package static let findings = [reliable, unreliable]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let judges = Judges(
      gap: settings[gap], deviation: settings[deviation], correlation: settings[correlation],
      seed: seed)
    let (runs, pairing) = (settings[runs], settings[pairing])
    let (verdicts, predicted) = (
      judges.verdicts(upTo: runs, pairing)[runs - 1], judges.chance(runs, pairing)
    )
    var outcome = Outcome()
    outcome[right] = verdicts.right
    outcome[predictedRight] = predicted
    outcome[tied] = verdicts.tied
    outcome[wrong] = verdicts.wrong
    outcome[trainings] = Double(2 * runs)
    outcome.findings = [judges.finding(runs, predicted: predicted, measured: verdicts.right)]
    outcome.draw { [judges.figure(markedAt: runs)] }
    outcome.cost = Cost(
      multiplyAdds: 20 * Judges.comparisons * runs, bytes: 32 * Judges.comparisons)
    return outcome
  }
}
