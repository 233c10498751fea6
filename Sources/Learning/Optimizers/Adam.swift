import Numerics

/// Adam: means of the gradient and of its square, both corrected for their start at 0.
///
/// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², then
/// w ← w − η · m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε). The first step is η·sign(g).
///
/// Source: Kingma & Ba 2015, algorithm 1. ε after the correction, as PyTorch and optax have it.
package struct Adam: Optimizer {
  package static let statePerParameter = 2
  private var betas: Betas
  private var moments = Moments(perParameter: 2)

  /// The paper's constants unless told otherwise; β₁ and β₂ in [0, 1).
  package init(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8) {
    betas = Betas(beta1, beta2, epsilon: epsilon)
  }

  /// Updates both means and moves the parameters.
  package mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
  ) {
    let (rate, scale) = betas.advance(rate: rate)
    let (beta1, beta2, epsilon) = (betas.first, betas.second, betas.epsilon)
    moments.update(&parameters, gradients) { w, g, mean in
      mean[0] = beta1 * mean[0] + (1 - beta1) * g
      mean[1] = beta2 * mean[1] + (1 - beta2) * (g * g)
      return w - rate * (mean[0] / (rootLanes(mean[1]) * scale + epsilon))
    }
  }
}
