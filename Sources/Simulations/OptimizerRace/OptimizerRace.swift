import Experiments
import Learning

/// Optimizers in one narrow valley, which can be turned.
///
/// The loss is ½(s² + l²/κ) of the distances s across the valley and l along it, its minimum 0 at
/// the origin. Every run starts at s = 0.7 and l = 1: unequal, so that nobody gets down by equal
/// steps in both. A rotation turns the valley against the parameters and changes nothing else.
package enum OptimizerRace: Simulation {
  package static let name = "optimizer-race"
  package static let summary =
    "Gradient descent, momentum, Nesterov, RMSprop, Adam and AdamW down one narrow valley"
  package static let usesChance = false

  /// The optimizers that can be run.
  enum Runner: String, CaseIterable, KnobValue {
    case gradientDescent = "gradient-descent"
    /// The heavy ball.
    case momentum
    case nesterov
    case rmsprop
    case adam
    /// Adam with a decay of 0.01, PyTorch's.
    case adamw
  }

  // What it takes

  static let optimizer = Knob<Runner>(
    "optimizer", default: .gradientDescent, "the rule that turns slopes into steps")
  static let learningRate = Knob<Double>(
    "learning-rate", .log(0.001...4), default: 0.01, "what the rule multiplies its step by")
  static let momentum = Knob<Double>(
    "momentum", .linear(0...0.99), default: 0.9,
    "share of the velocity kept by momentum and nesterov, β₁ of adam and adamw")
  static let condition = Knob<Double>(
    "condition", .log(1...1000), default: 100, "curvature across the valley over that along it")
  static let rotation = Knob<Double>(
    "rotation", .linear(0...45), default: 0,
    "angle in degrees between the valley and the parameters")
  static let steps = Knob<Int>("steps", 10...4000, .log, default: 400, "how many steps are taken")

  package static let knobs: [any AnyKnob] = [
    optimizer, learningRate, momentum, condition, rotation, steps,
  ]

  // What it gives

  static let stepsToTarget = Metric(
    "steps-to-target",
    "steps until the loss stays at or under a millionth of the first; without theory rounding has a say",
    .count, better: .lower, absent: "never")
  static let relativeLoss = Metric(
    "relative-loss", "loss at the end over loss at the start; infinite if it overflowed",
    .scientific, better: .lower)
  static let predictedGrowth = Metric(
    "predicted-growth", "the largest root of the rule's recursion, of both directions",
    .fixed(decimals: 3), absent: Metric.noTheory, kind: .size)
  static let growthPerStep = Metric(
    "growth-per-step", "factor of the larger distance a step, over the later part of the run",
    .fixed(decimals: 3), theory: .limit(predictedGrowth, as: steps, .grows), absent: "not constant",
    kind: .size)
  static let edge = Metric(
    "edge", "the learning rate past which the rule diverges", absent: Metric.noTheory)
  static let predictedFirstStep = Metric(
    "predicted-first-step", "what the rule makes of the first gradient alone")
  static let firstStep = Metric(
    "first-step", "how far the first step moves the parameter that it moves most",
    theory: .exact(predictedFirstStep))
  static let bestRate = Metric(
    "best-rate",
    "the soonest of 41 rates that eight within half a percent confirm, by at most 1.5 times its steps",
    absent: "none")
  static let bestSteps = Metric(
    "steps-at-best-rate", "steps to target at that rate", .count, absent: "never")

  package static let metrics = [
    stepsToTarget, relativeLoss, growthPerStep, predictedGrowth, edge, firstStep,
    predictedFirstStep, bestRate, bestSteps,
  ]

  static let lossFigure = FigureKind("loss", "loss over the loss at the start, step by step")
  static let pathFigure = FigureKind("path", "the way of the parameters over the loss's contours")
  static let raceFigure = FigureKind(
    "race", "the ways of all six, each at the best of 41 rates, over the loss's contours")
  static let tuningFigure = FigureKind("tuning", "steps to target against the learning rate")

  package static let figures = [lossFigure, pathFigure, raceFigure, tuningFigure]
  package static let time: (any AnyKnob)? = steps
  package static let timeFigures = [lossFigure]

  // What it finds

  private static let progress = [stepsToTarget, relativeLoss, growthPerStep, predictedGrowth]

  static let diverging = FindingKind(
    "diverging", "by theory the rate is past the rule's edge: the distance grows without end",
    explains: progress)
  static let endedHigher = FindingKind(
    "ended-higher",
    "the loss ended higher than it began, short of the rule's edge or where none is known",
    explains: progress)
  static let notThere = FindingKind(
    "not-there", "the loss did not stay under a millionth within the steps", explains: progress)
  static let detour = FindingKind(
    "detour", "there, after more than 1.5 times the steps of the best of 41 rates",
    explains: progress)
  static let wellTuned = FindingKind(
    "well-tuned",
    "there, after at most 1.5 times the steps of the best of 41 rates, or where none is best",
    explains: progress)

  package static let findings = [diverging, endedHigher, notThere, detour, wellTuned]

  /// The share of the first loss that counts as having arrived.
  static let target = 1e-6

  /// What a rate is multiplied by for those beside it, all tried before it is called the best.
  ///
  /// Of two alone, luck often makes both soon where rounding says when a rule is there.
  static let beside = [-1.0, -0.75, -0.5, -0.25, 0.25, 0.5, 0.75, 1].map { 1 + 0.005 * $0 }

  /// The rates that an optimizer is tuned over.
  static let rates = learningRate.domain.grid(41).compactMap(\.number)

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let valley = Valley(condition: settings[condition], degrees: settings[rotation])
    let runner = settings[optimizer]
    let rate = settings[learningRate]
    let descent = Descent(
      runner, rate: rate, momentum: settings[momentum], in: valley, steps: settings[steps])
    let tuning = Tuning(
      runner, momentum: settings[momentum], in: valley, steps: settings[steps])

    var outcome = Outcome()
    outcome[stepsToTarget] = descent.stepsToTarget.map(Double.init)
    outcome[relativeLoss] = descent.losses.last
    outcome[growthPerStep] = descent.theory == nil ? nil : descent.growthPerStep
    outcome[predictedGrowth] = descent.theory?.growth
    outcome[edge] = descent.theory?.edge
    outcome[firstStep] = descent.firstStep
    outcome[predictedFirstStep] = descent.predictedFirstStep
    outcome[bestRate] = tuning.best?.rate
    outcome[bestSteps] = (tuning.best?.steps).map(Double.init)
    outcome.findings = [descent.finding(tuning)]
    outcome.draw {
      // The others are tuned for the picture alone.
      let tunings = Runner.allCases.map {
        $0 == runner
          ? tuning
          : Tuning($0, momentum: settings[momentum], in: valley, steps: settings[steps])
      }
      return [
        descent.lossFigure, descent.pathFigure, descent.raceFigure(tunings),
        descent.tuningFigure(tuning),
      ]
    }
    // The others take as many steps, but for those that confirm their best rates.
    let others = (Runner.allCases.count - 1) * descent.steps * rates.count
    let updates = descent.steps + tuning.updates + others
    outcome.cost = Cost(
      gradientEvaluations: updates, updates: updates, multiplyAdds: 16 * updates,
      bytes: 24 * (descent.steps + 1) + 64 * rates.count)
    return outcome
  }
}
