import Experiments
import Learning

/// Training watched by a validation set: when to stop, and what stopping by it loses.
///
/// A linear model of five directions, whose true loss is known at every step. Its training examples
/// leave it a least-squares fit that is off by noise; full training ends there, early training is
/// better. 256 runs, each with a fit, slopes and a validation set of its own, are trained to the
/// horizon of 500 steps whatever the rule says, so that the best step is known in hindsight.
package enum EarlyStopping: SharingSimulation {
  package static let name = "early-stopping"
  package static let summary =
    "Patience against the size of the validation set: what stopping early loses, and what it is like"
  package static let usesChance = true

  /// How many steps every run is trained.
  static let horizon = 500

  /// How many runs are averaged.
  static let runs = 256

  /// The regret up to which a rule counts as good.
  static let tolerance = 0.02

  // What it takes

  static let patience = Knob<Int>(
    "patience", 1...300, .log, default: 5,
    "how many steps in a row may fail to improve before training stops")
  static let validationSize = Knob<Int>(
    "validation-size", 5...1000, .log, default: 20, "how many examples validate")
  static let smallestImprovement = Knob<Double>(
    "smallest-improvement", .linear(0...0.1), default: 0,
    "by how much validation loss must fall to count as an improvement")
  static let slopeNoise = Knob<Double>(
    "slope-noise", .linear(0...0.3), default: 0.1,
    "how far slopes are off, as those of batches are; 0 is the slope of all examples")
  static let learningRate = Knob<Double>(
    "learning-rate", .log(0.02...0.4), default: 0.2,
    "length of a step per unit of slope, that of half the mean squared error")
  static let trainingSize = Knob<Int>(
    "training-size", 10...200, .log, default: 20, "how many examples are trained on")

  package static let knobs: [any AnyKnob] = [
    patience, validationSize, smallestImprovement, slopeNoise, learningRate, trainingSize,
  ]

  // What it gives

  static let regret = Metric(
    "regret", "true loss of the kept weights minus the lowest of all 500 steps, mean of 256 runs",
    better: .lower)
  static let regretOfPatience = Metric(
    "regret-of-patience", "the part of regret that never stopping would have spared")
  static let regretOfValidation = Metric(
    "regret-of-validation", "the part of regret that is left if training never stops")
  static let hits = Metric(
    "hits", "share of runs that keep the best step itself", .fixed(decimals: 3), kind: .share)
  static let keptStep = Metric("kept-step", "the step whose weights the median run keeps", .count)
  static let stepsSpent = Metric(
    "steps-spent", "steps until the stop, mean of 256 runs", better: .lower)
  static let evaluations = Metric(
    "evaluations", "examples looked at in validation until the stop, mean of 256 runs")
  static let keptRisk = Metric(
    "kept-risk", "true loss of the kept weights beyond that of the right ones, mean of 256 runs",
    better: .lower)
  static let hindsightRisk = Metric(
    "hindsight-risk", "the same for each run's best step, known in hindsight only")
  static let turnStep = Metric(
    "turn-step", "the one step of all 500 that is best on average, by theory", .count, isExact: true
  )
  static let predictedTurnRisk = Metric(
    "predicted-turn-risk", "what turn-risk is in expectation", isExact: true)
  static let turnRisk = Metric(
    "turn-risk", "true loss if all runs stop at turn-step", theory: .expectation(predictedTurnRisk))
  static let predictedLastRisk = Metric(
    "predicted-last-risk", "what last-risk is in expectation", isExact: true)
  static let lastRisk = Metric(
    "last-risk", "true loss after all 500 steps", theory: .expectation(predictedLastRisk))
  static let equivalentDecay = Metric(
    "equivalent-decay", "the weight decay α that is like kept-step: 1/(learning-rate · kept-step)")
  static let predictedShare = Metric(
    "predicted-share", "what share is by theory: 1 − (1 − ηλ)^kept-step", .fixed(decimals: 3))
  static let share = Metric(
    "share", "share of the middle direction (λ = 0.25) that is learned at kept-step",
    .fixed(decimals: 3), theory: .expectation(predictedShare))
  static let ridgeShare = Metric(
    "ridge-share", "the share that is left if α times the squared weights is added: λ/(λ + α)",
    .fixed(decimals: 3), kind: .share)
  static let riskOverRidge = Metric(
    "risk-over-ridge",
    "largest ratio, of all 500 steps, of the risk to that of its weight decay, by theory",
    .fixed(decimals: 3), better: .lower, isExact: true)

  package static let metrics = [
    regret, regretOfPatience, regretOfValidation, hits, keptStep, stepsSpent, evaluations, keptRisk,
    hindsightRisk, turnStep, turnRisk, predictedTurnRisk, lastRisk, predictedLastRisk,
    equivalentDecay, share, predictedShare, ridgeShare, riskOverRidge,
  ]

  static let lossesFigure = FigureKind(
    "losses", "training, validation and true loss of one run, with the stop and the best step")
  static let stepsFigure = FigureKind(
    "steps", "the step each run keeps against the one that was best")
  static let riskFigure = FigureKind(
    "risk", "true loss step by step, and that of the weight decay each step is like")
  static let filterFigure = FigureKind(
    "filter", "share learned in each direction, by stopping and by weight decay")

  package static let figures = [lossesFigure, stepsFigure, riskFigure, filterFigure]
  package static let timeFigures = [lossesFigure, riskFigure]

  // What it finds

  private static let decided = [
    regret, regretOfPatience, regretOfValidation, hits, keptStep, stepsSpent, evaluations, keptRisk,
  ]

  static let stopsTooSoon = FindingKind(
    "stops-too-soon", "regret is above 0.02, and most of it is want of patience",
    explains: decided)
  static let asksTooMuch = FindingKind(
    "asks-too-much",
    "regret is above 0.02, most of it lost by stopping, and that by the smallest improvement",
    explains: decided)
  static let seesTooLittle = FindingKind(
    "sees-too-little", "regret is above 0.02, and most of it the validation set could not see",
    explains: decided)
  static let stopsWell = FindingKind(
    "stops-well", "regret is at most 0.02", explains: decided)
  static let likeDecay = FindingKind(
    "like-decay",
    "always: how much is learned at the kept step, and how much a weight decay leaves",
    explains: [equivalentDecay, share, predictedShare, ridgeShare])

  package static let findings = [
    stopsTooSoon, asksTooMuch, seesTooLittle, stopsWell, likeDecay,
  ]

  // How

  /// What is made of a run's losses afterwards.
  package static let sharing: [any AnyKnob] = [patience, smallestImprovement]

  package static func runs(_ all: [Settings], seed: UInt64) -> [Outcome] {
    guard let first = all.first else { return [] }
    let problem = StoppingProblem(
      rate: first[learningRate], trainingSize: first[trainingSize],
      slopeNoise: first[slopeNoise])
    let rules = all.map {
      Stopping(patience: $0[patience], smallestImprovement: $0[smallestImprovement])
    }
    let stopped = StoppingRuns.all(
      problem, rules: rules, validationSize: first[validationSize], horizon: horizon,
      count: runs, seed: seed)
    return zip(all, stopped).map { outcome($0, $1, seed: seed) }
  }

  private static func outcome(_ settings: Settings, _ all: StoppingRuns, seed: UInt64) -> Outcome {
    var outcome = Outcome()
    for (metric, value) in all.values { outcome[metric] = value }
    outcome.findings = all.findings
    outcome.draw {
      [all.lossesFigure(seed: seed), all.stepsFigure, all.riskFigure, all.filterFigure]
    }
    outcome.cost = Cost(
      gradientEvaluations: runs * horizon * settings[trainingSize], updates: runs * horizon,
      multiplyAdds: runs * (horizon * 50 + settings[validationSize] * 30),
      bytes: 144 * (horizon + 1) + 32 * runs)
    return outcome
  }
}
