import Numerics

/// Adam that divides by the largest mean square so far, so that no rate ever grows again.
///
/// Source: Reddi, Kale & Kumar 2018, with Adam's bias corrections as PyTorch's `Adam(amsgrad: true)`
/// has them: the largest mean square is taken before it is corrected.
package struct AMSGrad: Optimizer {
  package static let statePerParameter = 3
  private var betas: Betas
  private var moments = Moments(perParameter: 3)

  /// Adam's constants unless told otherwise; β₁ and β₂ in [0, 1).
  package init(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8) {
    betas = Betas(beta1, beta2, epsilon: epsilon)
  }

  /// Updates both means and the largest square, and moves the parameters.
  package mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
  ) {
    let (rate, scale) = betas.advance(rate: rate)
    let (beta1, beta2, epsilon) = (betas.first, betas.second, betas.epsilon)
    moments.update(&parameters, gradients) { w, g, mean in
      mean[0] = beta1 * mean[0] + (1 - beta1) * g
      mean[1] = beta2 * mean[1] + (1 - beta2) * (g * g)
      // Not a number wins, so that divergence is seen.
      mean[2].replace(with: mean[1], where: .!(mean[1] .<= mean[2]))
      return w - rate * (mean[0] / (rootLanes(mean[2]) * scale + epsilon))
    }
  }
}
