/// Any optimizer with decoupled weight decay: w ← (1 − ηλ)w, then its own step.
///
/// The decay never enters the gradient, so adaptive rates do not undo it. Source: Loshchilov &
/// Hutter 2019. PyTorch does this in `AdamW` only, Keras in every optimizer (`weight_decay`).
package struct Decayed<Rule: Optimizer>: Optimizer {
  package static var statePerParameter: Int { Rule.statePerParameter }
  /// The decay λ, at least 0.
  package let decay: Double
  private var rule: Rule
  private var shrinking = Moments(perParameter: 0)

  package init(_ rule: Rule, by decay: Double) {
    self.rule = rule
    self.decay = decay
  }

  /// Shrinks the parameters and lets the rule move them.
  package mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
  ) {
    let factor = 1 - rate * decay
    shrinking.update(&parameters, gradients) { w, _, _ in factor * w }
    rule.step(parameters: &parameters, gradients: gradients, rate: rate)
  }
}
