/// Adam with weight decay decoupled from the gradient: w ← (1 − ηλ)w, then a step of Adam.
///
/// Source: Loshchilov & Hutter 2019, with the decay multiplied by the rate as in PyTorch and optax.
package struct AdamW: Optimizer {
  package static let statePerParameter = Adam.statePerParameter
  private var rule: Decayed<Adam>

  /// PyTorch's constants unless told otherwise; β₁ and β₂ in [0, 1), the decay λ at least 0.
  package init(
    decay: Double = 0.01, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8
  ) {
    rule = Decayed(Adam(beta1: beta1, beta2: beta2, epsilon: epsilon), by: decay)
  }

  /// Shrinks the parameters and moves them as Adam does.
  package mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
  ) {
    rule.step(parameters: &parameters, gradients: gradients, rate: rate)
  }
}
