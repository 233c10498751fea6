import Experiments

/// Many trials on few validation rows each, or few trials on many, for one number of evaluations.
///
/// As ``PromisedQuality``, but trials times rows is given: so many trials share the evaluations alike.
package enum TrialBudget: Simulation {
  package static let name = "trial-budget"
  package static let summary =
    "Trials or validation rows: what to spend a number of evaluations on when settings are searched"
  package static let usesChance = true

  /// By how much of the best quality the quality may be lower to count as near.
  static let nearness = 0.05

  // What it takes

  static let trials = Knob<Int>(
    "trials", 1...2000, .log, default: 10, "how many settings are tried")
  static let evaluations = Knob<Int>(
    "evaluations", 2000...50_000, .log, default: 2000,
    "trials times validation rows; luck has a variance of 20/rows, quality of 1")

  package static let knobs: [any AnyKnob] = [trials, evaluations]

  // What it gives

  static let predictedQuality = PromisedQuality.predictedQuality
  static let quality = PromisedQuality.quality
  static let predictedPromise = PromisedQuality.predictedPromise
  static let promise = PromisedQuality.promise
  static let rowsEach = Metric(
    "rows-each", "evaluations over trials: the validation rows of each", isExact: true)

  package static let metrics = [quality, predictedQuality, promise, predictedPromise, rowsEach]

  static let trialsFigure = FigureKind("trials", "quality of the choice by the number of trials")

  package static let figures = [trialsFigure]

  // What it finds

  static let tooFewTrials = FindingKind(
    "too-few-trials", "more trials on fewer rows would gain over a twentieth in expectation")
  static let tooFewRows = FindingKind(
    "too-few-rows", "fewer trials on more rows would gain over a twentieth in expectation")
  static let balanced = FindingKind(
    "balanced", "no other number of trials has over a twentieth more quality in expectation")

  package static let findings = [tooFewTrials, tooFewRows, balanced]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let (trials, evaluations) = (settings[trials], settings[evaluations])
    let shared = SharedEvaluations(evaluations)
    let scored = ScoredTrials(trials, luck: shared.luck(of: trials), seed: seed)
    var outcome = Outcome()
    outcome[quality] = scored.quality
    outcome[predictedQuality] = scored.predictedQuality
    outcome[promise] = scored.promise
    outcome[predictedPromise] = scored.predictedPromise
    outcome[rowsEach] = shared.rows(of: trials)
    outcome.findings = [shared.finding(scored)]
    outcome.draw { [shared.figure(markedAt: trials, seed: seed)] }
    outcome.cost = scored.cost
    return outcome
  }
}
