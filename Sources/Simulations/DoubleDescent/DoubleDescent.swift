import Experiments
import Learning

/// Least squares with more and more features: the error peaks where they are as many as examples.
///
/// There are 200 standard normal features; targets are their weighted sum and noise, and the squares
/// of the weights add up to 1. The model gets the first `features` of them and is fitted exactly, by
/// the shortest of the weights with the least squared error. Its excess error on new examples is
/// known: the squared distance of its weights from the true ones, 0 for features it does not get.
///
/// Source: Belkin, Hsu & Xu 2020, "Two models of double descent for weak features", theorem 1.
package enum DoubleDescent: Simulation {
  package static let name = "double-descent"
  package static let summary =
    "Test error as a least-squares model gets more features than it has examples"
  package static let usesChance = true

  /// How many features there are.
  static let available = 200

  /// How many models are fitted, each to examples of its own.
  static let trials = 25

  /// How the true weights are spread over the features.
  enum Strengths: String, CaseIterable, KnobValue {
    /// All features matter equally.
    case equal
    /// The squared weight of feature j falls as 1/j².
    case fading
  }

  // What it takes

  static let features = Knob<Int>(
    "features", 1...available, .log, default: 100, "how many features the model gets")
  static let examples = Knob<Int>(
    "examples", 10...100, .log, default: 40, "how many examples it is fitted to")
  static let noise = Knob<Double>(
    "noise", .linear(0...1), default: 0.2, "standard deviation of the noise in the targets")
  static let strengths = Knob<Strengths>(
    "strengths", default: .equal, "whether all features matter equally or the first matter most")

  package static let knobs: [any AnyKnob] = [features, examples, noise, strengths]

  // What it gives

  static let predictedError = Metric(
    "predicted-error", "what mean-error is in expectation", isExact: true, absent: "infinite")
  static let meanError = Metric(
    "mean-error", "excess squared error on new examples, mean of 25 models",
    theory: .expectation(predictedError), better: .lower)
  static let medianError = Metric(
    "median-error", "excess squared error on new examples, median of 25 models", better: .lower)
  static let trainingError = Metric(
    "training-error", "mean squared error on the examples it was fitted to, median of 25 models",
    better: .lower)
  static let missed = Metric(
    "missed", "squared weight of the features that the model does not get: no fit gets below",
    isExact: true)

  package static let metrics = [medianError, meanError, predictedError, trainingError, missed]

  static let curveFigure = FigureKind(
    "curve", "median error by number of features, over what theory expects of the mean")
  static let modelsFigure = FigureKind("models", "error of every model, from the best to the worst")

  package static let figures = [curveFigure, modelsFigure]

  // What it finds

  private static let errors = [medianError, meanError, predictedError, trainingError]

  static let fewFeatures = FindingKind(
    "few-features", "fewer features than examples: no weights pass through every target",
    explains: errors)
  static let atThePeak = FindingKind(
    "at-the-peak", "as many features as examples, or one more or less: the mean is infinite",
    explains: errors)
  static let manyFeatures = FindingKind(
    "many-features", "more features than examples: the shortest of many perfect fits",
    explains: errors)

  package static let findings = [fewFeatures, atThePeak, manyFeatures]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let theory = RandomFeatureRisk(
      strengths: settings[strengths], examples: settings[examples], noise: settings[noise])
    let descent = FeatureDescent(theory, features: settings[features], seed: seed)
    var outcome = Outcome()
    outcome[medianError] = descent.chosen.medianError
    outcome[meanError] = descent.chosen.meanError
    outcome[predictedError] = theory.risk(settings[features])
    outcome[trainingError] = descent.chosen.trainingError
    outcome[missed] = theory.missed(settings[features])
    outcome.findings = [descent.finding]
    outcome.draw { [descent.curveFigure, descent.modelsFigure] }
    outcome.cost = descent.cost
    return outcome
  }
}
