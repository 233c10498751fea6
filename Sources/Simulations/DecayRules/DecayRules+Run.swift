import Experiments
import Learning
import Numerics

/// One weight on its way, and its twin without decay.
struct DecayRun {
  let rule: DecayRules.Rule
  let decay: Double
  let rate: Double
  let slope: Double

  /// The weight before the first step and after each.
  let weights: [Double]

  /// The weight of the twin without decay, at each of those steps.
  let twins: [Double]

  init(rule: DecayRules.Rule, decay: Double, rate: Double, steps: Int, slope: Double) {
    self.rule = rule
    self.decay = decay
    self.rate = rate
    self.slope = slope
    weights = Self.path(rule, decay, rate, steps, slope)
    twins = Self.path(rule, 0, rate, steps, slope)
  }

  var steps: Int { weights.count - 1 }
  var weight: Double { weights[steps] }

  /// What decay has taken away.
  var decayed: Double { twins[steps] - weight }

  /// The weight after so many steps by theory; nil where there is a slope.
  ///
  /// (1 − ηα)ᵗ where decay is proportional. For L2 in Adam every step is divided by the size of slopes
  /// that are all multiples of α. So α cancels but for Adam's ε of 10⁻⁸, which counts as if it were
  /// ε/α beside the weight itself.
  func predicted(after steps: Int) -> Double? {
    guard slope == 0 else { return nil }
    guard rule == .adam else { return (1 - rate * decay).raised(to: steps) }
    var (weight, mean, square) = (1.0, 0.0, 0.0)
    var (left, squareLeft) = (1.0, 1.0)
    for _ in 0..<steps {
      (mean, square) = (0.9 * mean + 0.1 * weight, 0.999 * square + 0.001 * weight * weight)
      (left, squareLeft) = (0.9 * left, 0.999 * squareLeft)
      let size = Elementary.squareRoot(square / (1 - squareLeft))
      weight -= rate * (mean / (1 - left)) / (size + 1e-8 / decay)
    }
    return weight
  }

  var predicted: Double? { predicted(after: steps) }

  /// The weight at every step under a rule of the engine.
  private static func path(
    _ rule: DecayRules.Rule, _ decay: Double, _ rate: Double, _ steps: Int, _ slope: Double
  ) -> [Double] {
    switch rule {
    case .gradientDescent:
      path(Penalized(GradientDescent(), .squares(decay)), rate, steps, slope)
    case .adam: path(Penalized(Adam(), .squares(decay)), rate, steps, slope)
    case .adamw: path(AdamW(decay: decay), rate, steps, slope)
    }
  }

  private static func path<Rule: Optimizer>(
    _ optimizer: Rule, _ rate: Double, _ steps: Int, _ slope: Double
  ) -> [Double] {
    var optimizer = optimizer
    var weight = [1.0]
    var weights = weight
    for step in 0..<steps {
      let gradient = [step.isMultiple(of: 2) ? slope : -slope]
      var parameters = weight.mutableSpan
      optimizer.step(parameters: &parameters, gradients: gradient.span, rate: rate)
      weights.append(weight[0])
    }
    return weights
  }

  /// What decay takes away if the loss has no slope.
  private var decayedAlone: Double {
    DecayRun(rule: rule, decay: decay, rate: rate, steps: steps, slope: 0).decayed
  }

  var finding: Finding {
    let text = { (value: Double) in NumberText.significant(value) }
    let numbers =
      predicted.map { "\(text(1 - $0)) by theory, \(text(decayed)) measured" } ?? text(decayed)
    func finding(_ kind: FindingKind, _ message: String) -> Finding {
      Finding(kind, predicted: predicted.map { 1 - $0 }, measured: decayed, message)
    }
    let amount = "decay has taken away \(numbers)"
    let alone = decayedAlone
    let kind = DecayRules.verdict(
      rule, slope: slope, decay: decay, decayed: decayed, decayedAlone: alone)
    switch kind {
    case DecayRules.proportional:
      return finding(
        kind,
        "\(amount), a share of \(text(rate * decay)) of the weight at each step.")
    case DecayRules.ignoresStrength:
      return finding(
        kind,
        "\(amount), and nearly the same at any alpha: Adam divides the penalty by its own size.")
    case DecayRules.drownedOut:
      return finding(
        kind,
        "\(amount), against \(text(alone)) without a slope: Adam divides the penalty by the size of "
          + "all slopes, and the loss's is \(text(slope)).")
    default:
      return finding(
        kind,
        "\(amount), against \(text(alone)) without a slope: the loss's slope of \(text(slope)) does "
          + "not drown the penalty's, which is \(text(decay)) at first.")
    }
  }
}
