import Numerics

/// Adagrad, each rate divided by the root of all squared gradients so far: s ← s + g²,
/// w ← w − ηg / (√s + ε).
///
/// Source: Duchi, Hazan & Singer 2011. As PyTorch's `Adagrad`; optax starts s at 0.1 and has ε inside
/// the root.
package struct Adagrad: Optimizer {
  package static let statePerParameter = 1
  /// Added to the root, so that nothing is divided by 0.
  package let epsilon: Double
  private var moments = Moments(perParameter: 1)

  package init(epsilon: Double = 1e-10) { self.epsilon = epsilon }

  /// Adds the squared gradients up and moves the parameters.
  package mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
  ) {
    let epsilon = epsilon
    moments.update(&parameters, gradients) { w, g, squares in
      squares[0] += g * g
      return w - rate * (g / (rootLanes(squares[0]) + epsilon))
    }
  }
}
