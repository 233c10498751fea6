import Experiments
import Learning

/// Procedures of tuning the eight knobs of a digit reader: what they submit, and what that reaches.
///
/// Every training is one of `eight-knobs` whose steps take at most eight million multiply-adds. All are
/// made and judged on one split; what is submitted is trained anew on splits that nobody has seen.
package enum TuningContest: Simulation {
  package static let name = "tuning-contest"
  package static let summary =
    "Procedures of tuning a digit reader: what each submits, and what that reaches on fresh splits"
  package static let usesChance = true

  /// How settings are found.
  enum Procedure: String, CaseIterable, KnobValue {
    /// The usual ones, within the cap.
    case defaults
    /// Draws from the whole ranges.
    case random
    /// A third drawn from ranges that are known to be good, a third near the best of those, and the
    /// best trained again on other splits.
    case informed
  }

  /// What settings are ranked by.
  enum Judge: String, CaseIterable, KnobValue {
    case accuracy, loss
  }

  /// The most multiply-adds that the steps of a training take.
  static let cap = 8_000_000

  /// How many splits nobody has seen.
  static let freshSplits = 6

  // What it takes

  static let procedure = Knob<Procedure>(
    "procedure", default: .random, "how the settings that are tried are found")
  static let trials = Knob<Int>(
    "trials", 1...30, .log, default: 3, "how many trainings the search takes")
  static let judge = Knob<Judge>(
    "judged-by", default: .accuracy, "what of the validation rows settings are ranked by")
  static let labelNoise = Knob<Double>(
    "label-noise", .linear(0...0.5), default: 0,
    "share of the training rows that are given a wrong class")

  package static let knobs: [any AnyKnob] = [procedure, trials, judge, labelNoise]

  // What it gives

  static let freshAccuracy = Metric(
    "fresh-accuracy", "test rows called right by what is submitted, mean of six fresh splits",
    .fixed(decimals: 3), better: .higher, kind: .share)
  static let promisedAccuracy = Metric(
    "promised-accuracy", "the validation accuracy with which it was chosen", .fixed(decimals: 3),
    better: .higher, kind: .share)
  static let optimism = Metric(
    "optimism", "promised-accuracy minus fresh-accuracy", .fixed(decimals: 3))
  static let rowDeviation = Metric(
    "row-deviation", "√(p(1 − p)/60): what 60 rows alone scatter, p being the fresh accuracy",
    .fixed(decimals: 3))
  static let testAccuracy = Metric(
    "test-accuracy", "share of the 60 test rows of the search's split that it calls right",
    .fixed(decimals: 3), better: .higher, kind: .share)
  static let bestTestAccuracy = Metric(
    "best-test-accuracy", "the highest of all that were tried, which nobody may look at",
    .fixed(decimals: 3), better: .higher, kind: .share)
  static let rankCorrelation = Metric(
    "rank-correlation", "of validation and test accuracy, over all settings that were tried",
    .fixed(decimals: 2), better: .higher)
  static let settingsTried = Metric(
    "settings-tried", "how many settings were tried; the other trainings are repeats", .count,
    isExact: true)

  package static let metrics = [
    freshAccuracy, promisedAccuracy, optimism, rowDeviation, testAccuracy, bestTestAccuracy,
    rankCorrelation, settingsTried,
  ]

  static let triedFigure = FigureKind(
    "tried", "validation and test accuracy of everything tried, and of what is submitted")

  package static let figures = [triedFigure]

  // What it finds

  static let overrated = FindingKind(
    "overrated", "more is promised than found, by over what 60 rows alone scatter",
    explains: [promisedAccuracy, freshAccuracy, optimism, rowDeviation])
  static let asPromised = FindingKind(
    "as-promised", "what is promised is found, or nearly",
    explains: [promisedAccuracy, freshAccuracy, optimism, rowDeviation])
  static let realData = FindingKind("real-data", "always: whom the digits are owed to")

  package static let findings = [overrated, asPromised, realData]

  // How

  /// Where nothing is searched, how and how long.
  package static func idleKnobs(_ settings: Settings) -> Set<String> {
    settings[procedure] == .defaults ? [trials.name, judge.name] : []
  }

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let search = TuningSearch(
      settings[procedure], trials: settings[trials], judge: settings[judge],
      labelNoise: settings[labelNoise], seed: seed)
    var outcome = Outcome()
    for (metric, value) in search.values { outcome[metric] = value }
    outcome.findings = search.findings
    outcome.draw { [search.triedFigure] }
    outcome.cost = search.cost
    return outcome
  }
}
