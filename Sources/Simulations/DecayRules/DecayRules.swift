import Experiments
import Learning

/// One weight that no slope asks for, and three ways to let it decay.
///
/// The weight starts at 1. The slope of the loss is as large as chosen and changes its sign at every
/// step, so on the whole it asks for nothing; at 0 decay is alone. Gradient descent and Adam get the
/// gradient of a penalty ½αw² (L2); AdamW shrinks the weight apart from the slopes. Beside each
/// runs its twin without decay.
package enum DecayRules: Simulation {
  package static let name = "decay-rules"
  package static let summary =
    "A weight without a slope of its own under L2 and under decoupled decay, by optimizer"
  package static let usesChance = false

  /// Which rule moves the weight.
  enum Rule: String, CaseIterable, KnobValue {
    /// Plain descent, decay as a penalty.
    case gradientDescent = "gradient-descent"
    /// Adam, decay as a penalty.
    case adam
    /// Adam, decay apart from the slopes.
    case adamw
  }

  // What it takes

  static let optimizer = Knob<Rule>(
    "optimizer", default: .gradientDescent,
    "the rule; AdamW's decay is decoupled, the others' is L2")
  static let alpha = Knob<Double>(
    "alpha", .log(1e-4...10), default: 0.01,
    "the weight decay: it pulls at the weight with alpha times its value")
  static let learningRate = Knob<Double>(
    "learning-rate", .log(1e-4...0.1), default: 0.01, "the learning rate")
  static let steps = Knob<Int>("steps", 1...1000, .log, default: 10, "how many steps are taken")
  static let slope = Knob<Double>(
    "slope", .linear(0...10), default: 0,
    "size of the loss's slope, plus and minus in turn; at 0 there is decay alone")

  package static let knobs: [any AnyKnob] = [optimizer, alpha, learningRate, steps, slope]

  // What it gives

  static let predictedWeight = Metric(
    "predicted-weight", "what weight is by theory, if the slope is 0", .fixed(decimals: 4),
    absent: Metric.noTheory)
  static let weight = Metric(
    "weight", "what is left of the weight of 1", .fixed(decimals: 4),
    theory: .exact(predictedWeight))
  static let predictedDecayed = Metric(
    "predicted-decayed", "what decayed is by theory, if the slope is 0",
    .significant(digits: 4), absent: Metric.noTheory)
  static let decayed = Metric(
    "decayed", "by how much decay has lowered the weight: the twin without decay minus weight",
    .significant(digits: 4), theory: .exact(predictedDecayed))

  package static let metrics = [weight, predictedWeight, decayed, predictedDecayed]

  static let weightFigure = FigureKind("weight", "the weight step by step, with decay and without")
  static let alphaFigure = FigureKind("alpha", "what decay takes away under each rule, by alpha")

  package static let figures = [weightFigure, alphaFigure]
  package static let time: (any AnyKnob)? = steps
  package static let timeFigures = [weightFigure]

  // What it finds

  static let proportional = FindingKind(
    "proportional", "decay takes the share of the weight that its strength says")
  static let ignoresStrength = FindingKind(
    "ignores-strength", "L2 in Adam without a slope: a step is as long whatever alpha is")
  static let drownedOut = FindingKind(
    "drowned-out",
    "L2 in Adam under a slope above alpha: decay takes less than half of what it takes without")
  static let notDrowned = FindingKind(
    "not-drowned",
    "L2 in Adam with a slope: decay takes half or more of what it takes without, or alpha is larger"
  )

  package static let findings = [proportional, ignoresStrength, drownedOut, notDrowned]

  /// What a run is found to be, by what decay has taken and what it would have without a slope.
  static func verdict(
    _ rule: Rule, slope: Double, decay: Double, decayed: Double, decayedAlone: Double
  ) -> FindingKind {
    guard rule == .adam else { return proportional }
    guard slope > 0 else { return ignoresStrength }
    return slope > decay && decayed < 0.5 * decayedAlone ? drownedOut : notDrowned
  }

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let run = DecayRun(
      rule: settings[optimizer], decay: settings[alpha], rate: settings[learningRate],
      steps: settings[steps], slope: settings[slope])
    var outcome = Outcome()
    outcome[weight] = run.weight
    outcome[predictedWeight] = run.predicted
    outcome[decayed] = run.decayed
    outcome[predictedDecayed] = run.predicted.map { 1 - $0 }
    outcome.findings = [run.finding]
    outcome.draw { [run.weightFigure, run.alphaFigure] }
    outcome.cost = Cost(
      gradientEvaluations: 2 * settings[steps], updates: 2 * settings[steps],
      multiplyAdds: 16 * settings[steps], bytes: 16 * (settings[steps] + 1))
    return outcome
  }
}
