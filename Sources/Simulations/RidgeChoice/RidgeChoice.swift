import Experiments
import Numerics

/// A penalty chosen by cross-validation: what its score promises, and what the model has.
///
/// A target is the first of a row's features and noise, all of them standard normal draws; which
/// direction the true weights have does not matter to a penalty on their squares. Of 25 penalties that
/// with the lowest error in five folds is kept, or the largest whose error is within one standard error
/// of that. Nested, the whole choice is made anew inside each of five outer folds. Averaged over 256
/// data sets.
package enum RidgeChoice: Simulation {
  package static let name = "ridge-choice"
  package static let summary =
    "A penalty chosen by cross-validation: the error that its score promises, and the true one"
  package static let usesChance = true

  /// Whether the choice is made anew inside outer folds.
  enum Nested: String, CaseIterable, KnobValue {
    case no
    case yes
  }

  /// How many data sets are drawn.
  static let sets = 256

  /// In how many folds rows are held out.
  static let folds = 5

  /// The penalties on the squared weights: 25 from 0.01 to 1,000, each 1.6 times the last.
  static let penalties = (0..<25).map { index in
    Elementary.exp(Elementary.log(10) * (Double(5 * index) / 24 - 2))
  }

  /// By what share of the true error a score may be below it to count as near.
  static let nearness = 0.02

  // What it takes

  static let features = Knob<Int>("features", 5...30, default: 20, "how many features there are")
  static let rows = Knob<Int>("rows", 40...160, .log, default: 40, "how many rows there are")
  static let nested = Knob<Nested>(
    "nested", default: .no, "whether the choice is made anew inside five outer folds")

  package static let knobs: [any AnyKnob] = [features, rows, nested]

  // What it gives

  static let chosenScore = Metric(
    "chosen-score", "mean squared error in the folds of the penalty with the lowest, mean of 256",
    .fixed(decimals: 3))
  static let bestError = Metric(
    "best-error", "true error of the penalty that is best in truth for the very rows, mean of 256",
    .fixed(decimals: 3))
  static let trueError = Metric(
    "true-error", "squared error on new rows of the model with the chosen penalty, mean of 256",
    .fixed(decimals: 3), theory: .lowerBound(bestError), better: .lower)
  static let optimism = Metric(
    "optimism", "true-error minus chosen-score", .fixed(decimals: 3))
  static let unlikeOptimism = Metric(
    "unlike-optimism",
    "what 25 settings that have nothing in common would make it, scores spread as these are",
    .fixed(decimals: 3))
  static let freedom = Metric(
    "freedom", "degrees of freedom of the chosen model: how many weights' worth it fits",
    .fixed(decimals: 1))
  static let simplerError = Metric(
    "simpler-error",
    "true error with the largest penalty within one standard error of the lowest, mean of 256",
    .fixed(decimals: 3), better: .lower)
  static let simplerFreedom = Metric(
    "simpler-freedom", "degrees of freedom of that model", .fixed(decimals: 1))
  static let nestedScore = Metric(
    "nested-score", "mean squared error in outer folds that no choice has seen, mean of 256",
    .fixed(decimals: 3), absent: "not nested")
  static let outerError = Metric(
    "outer-error", "true error of the models chosen without an outer fold, mean of 256",
    .fixed(decimals: 3), absent: "not nested")
  static let fits = Metric(
    "fits", "models fitted to judge penalties: 25 a fold, nested as many for every outer fold too",
    .count, better: .lower, isExact: true)

  package static let metrics = [
    chosenScore, trueError, optimism, unlikeOptimism, bestError, freedom, simplerError,
    simplerFreedom, nestedScore, outerError, fits,
  ]

  static let penaltiesFigure = FigureKind(
    "penalties", "score and true error by penalty, means of all data sets")
  static let promisesFigure = FigureKind(
    "promises", "the chosen score of every data set, and the true error of its model")

  package static let figures = [penaltiesFigure, promisesFigure]

  // What it finds

  private static let scores = [chosenScore, trueError, optimism, unlikeOptimism, bestError]

  static let flattering = FindingKind(
    "flattering", "the score of the chosen penalty is over 2 % below its true error",
    explains: scores)
  static let near = FindingKind(
    "near", "the score of the chosen penalty is within 2 % of its true error", explains: scores)
  static let harsh = FindingKind(
    "harsh", "the score of the chosen penalty is over 2 % above its true error", explains: scores)
  static let simpler = FindingKind(
    "simpler", "always: what the largest penalty within one standard error buys, and what it costs",
    explains: [freedom, simplerError, simplerFreedom])
  static let fewerRows = FindingKind(
    "fewer-rows", "nested: what the nested score is a score of",
    explains: [nestedScore, outerError])

  package static let findings = [flattering, near, harsh, simpler, fewerRows]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let sample = ChoiceSample(
      features: settings[features], rows: settings[rows], isNested: settings[nested] == .yes,
      seed: seed)
    var outcome = Outcome()
    for (metric, value) in sample.values { outcome[metric] = value }
    outcome.findings = sample.findings
    outcome.draw { [sample.penaltiesFigure, sample.promisesFigure] }
    outcome.cost = sample.cost
    return outcome
  }
}
