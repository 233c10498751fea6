import Experiments
import Learning

/// A unit that is sure of the wrong class, and how long it takes to change its mind.
///
/// The unit says p = sigmoid(z) for an example whose class is 1, and starts at a negative z.
/// Gradient descent moves z itself. Cross-entropy has the gradient p − 1, squared error ½(p − 1)²
/// has (p − 1)p(1 − p), which vanishes where the unit is sure. Theory lets the steps be infinitely
/// small.
package enum ConfidentMistake: Simulation {
  package static let name = "confident-mistake"
  package static let summary =
    "A unit that is sure and wrong: steps to turn it round with squared error and cross-entropy"
  package static let usesChance = false

  /// What the probability of the right class costs.
  enum Rule: String, CaseIterable, KnobValue {
    case squared
    case crossEntropy = "cross-entropy"
  }

  // What it takes

  static let rule = Knob<Rule>("loss", default: .squared, "what a wrong probability costs")
  static let logOdds = Knob<Double>(
    "log-odds", .linear(0.5...10), default: 6,
    "how sure the start is of the wrong class: at 6, the right one has a probability of 0.0025")
  static let learningRate = Knob<Double>(
    "learning-rate", .log(0.05...100), default: 1, "length of a step per unit of slope")

  package static let knobs: [any AnyKnob] = [rule, logOdds, learningRate]

  // What it gives

  static let predictedSteps = Metric(
    "predicted-steps",
    "time to the even chance under infinitely small steps, over the rate; a count if steps are small"
  )
  static let stepsToEvenChance = Metric(
    "steps-to-even-chance", "first step at which the right class has a probability of ½ or more",
    .count, theory: .limit(predictedSteps, as: learningRate, .shrinks), better: .lower)
  static let predictedGradient = Metric(
    "predicted-gradient", "1 − p for cross-entropy, p(1 − p)² for squared error, at the start")
  static let gradientAtStart = Metric(
    "gradient-at-start", "size of the gradient before the first step",
    theory: .exact(predictedGradient))
  static let largestStep = Metric(
    "largest-step", "the furthest that a single step moves the log-odds on the way")

  package static let metrics = [
    stepsToEvenChance, predictedSteps, gradientAtStart, predictedGradient, largestStep,
  ]

  static let probabilityFigure = FigureKind(
    "probability", "the probability of the right class, step by step")
  static let gradientFigure = FigureKind(
    "gradient", "size of both losses' gradient by log-odds, and where the run was")

  package static let figures = [probabilityFigure, gradientFigure]
  package static let timeFigures = [probabilityFigure]

  // What it finds

  static let vanishing = FindingKind(
    "vanishing-gradient", "the first gradient is under a tenth of cross-entropy's")
  static let weaker = FindingKind(
    "weaker-gradient", "squared error whose first gradient is a tenth of cross-entropy's or more")
  static let steady = FindingKind("steady-gradient", "the loss is cross-entropy")

  package static let findings = [vanishing, weaker, steady]

  // How

  /// The furthest that steps may move the log-odds and still be counted by theory, to a tenth or one.
  static let smallStep = 0.5

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let turn = EvenChanceDescent(
      settings[rule], logOdds: settings[logOdds], rate: settings[learningRate])
    var outcome = Outcome()
    outcome[stepsToEvenChance] = Double(turn.steps)
    outcome[predictedSteps] = turn.theory.steps
    outcome[gradientAtStart] = turn.firstGradient
    outcome[predictedGradient] = turn.theory.gradient(at: turn.theory.start)
    outcome[largestStep] = turn.largestStep
    outcome.findings = [turn.finding]
    outcome.draw { [turn.probabilityFigure, turn.gradientFigure] }
    outcome.cost = Cost(
      gradientEvaluations: turn.taken, updates: turn.taken, multiplyAdds: 4 * turn.taken,
      bytes: 16 * turn.path.count + 32)
    return outcome
  }
}
