import Experiments

/// Two models compared on many random splits of the same rows, and a t-test of their differences.
///
/// A target is the sum of two features, the second times a weight, and noise, all of them standard
/// normal draws. One model fits a line to the first feature alone, the other to the second, so that at
/// a weight of 1 neither is better. On every split both are fitted to the rows that are kept and judged
/// on the others; a test at 5 % takes the differences for independent, or allows for the rows that
/// splits share. 512 data sets are compared with theory.
package enum RandomSplits: Simulation {
  package static let name = "random-splits"
  package static let summary =
    "Two models compared on random splits of the same rows: how often a test calls one of them better"
  package static let usesChance = true

  /// How many data sets are drawn.
  static let sets = 512

  /// How often a test is to call one of two equal models better.
  static let promised = 0.05

  // What it takes

  static let splits = Knob<Int>(
    "splits", 2...100, .log, default: 15, "how often the rows are split anew")
  static let rows = Knob<Int>("rows", 50...400, .log, default: 100, "how many rows there are")
  static let heldOut = Knob<Double>(
    "held-out", .linear(0.1...0.5), default: 0.2, "the share of the rows that judges, a split")
  static let secondWeight = Knob<Double>(
    "second-weight", .linear(0...1), default: 1,
    "weight of the second model's feature, that of the first being 1: at 1 they are equally good")

  package static let knobs: [any AnyKnob] = [splits, rows, heldOut, secondWeight]

  // What it gives

  static let predictedPlainRejections = Metric(
    "predicted-plain-rejections",
    "what plain-rejections is about, if differences go together as held-out-share says",
    .fixed(decimals: 3), isExact: true, absent: "known for equal models only", kind: .share)
  static let plainRejections = Metric(
    "plain-rejections",
    "share of 512 data sets in which a t-test of the differences calls one model better",
    .fixed(decimals: 3), theory: .approximation(predictedPlainRejections, within: 0.1), kind: .share
  )
  static let correctedRejections = Metric(
    "corrected-rejections", "the same, the test's variance widened for the rows that splits share",
    .fixed(decimals: 3), kind: .share)
  static let level = Metric(
    "level", "share in which a test at 5 % is to do so where neither is better",
    .fixed(decimals: 3), isExact: true, kind: .share)
  static let heldOutShare = Metric(
    "held-out-share", "rows that judge, as a share of all", .fixed(decimals: 3), isExact: true,
    kind: .share)
  static let correlation = Metric(
    "correlation", "how the differences of two splits go together, over data sets",
    .fixed(decimals: 3), theory: .approximation(heldOutShare, within: 0.1))
  static let fits = Metric(
    "fits", "how many models are fitted for one test", .count, better: .lower, isExact: true)

  package static let metrics = [
    plainRejections, predictedPlainRejections, correctedRejections, level, correlation,
    heldOutShare, fits,
  ]

  static let splitsFigure = FigureKind(
    "splits", "how often each test calls one model better, by the number of splits")

  package static let figures = [splitsFigure]

  // What it finds

  private static let plain = [plainRejections, predictedPlainRejections]

  static let tooEager = FindingKind(
    "too-eager",
    "models are equally good, and by theory the plain test errs over twice as often as it says",
    explains: plain)
  static let nearLevel = FindingKind(
    "near-level",
    "models are equally good, and by theory the plain test errs at most twice as often as it says",
    explains: plain)
  static let corrected = FindingKind(
    "corrected", "models are equally good: how often the corrected test errs",
    explains: [correctedRejections, level])
  static let unequal = FindingKind(
    "unequal", "the first model is better: how often each test says so",
    explains: [plainRejections, correctedRejections])
  static let together = FindingKind(
    "together", "always: how the differences of splits go together",
    explains: [correlation, heldOutShare])

  package static let findings = [tooEager, nearLevel, corrected, unequal, together]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let comparison = SplitComparison(
      splits: settings[splits], rows: settings[rows], heldOut: settings[heldOut],
      secondWeight: settings[secondWeight], seed: seed)
    var outcome = Outcome()
    for (metric, value) in comparison.values { outcome[metric] = value }
    outcome.findings = comparison.findings
    outcome.draw { [comparison.splitsFigure] }
    outcome.cost = Cost(
      multiplyAdds: sets
        * (7 * settings[rows] + 9 * settings[splits] * comparison.theory.heldOut),
      bytes: 8 * (7 * settings[rows] + sets * settings[splits]))
    return outcome
  }
}
