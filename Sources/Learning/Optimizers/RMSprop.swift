import Numerics

/// RMSprop, each rate divided by the root of the mean squared gradient: s ← αs + (1 − α)g²,
/// w ← w − ηg / (√s + ε).
///
/// Source: Tieleman & Hinton 2012, lecture 6.5. As PyTorch's `RMSprop`, ε outside the root; optax
/// has it inside unless told otherwise.
package struct RMSprop: Optimizer {
  package static let statePerParameter = 1
  /// The share of the mean square α that is kept at each step, in [0, 1).
  package let memory: Double
  /// Added to the root, so that nothing is divided by 0.
  package let epsilon: Double
  private var moments = Moments(perParameter: 1)

  package init(memory: Double = 0.99, epsilon: Double = 1e-8) {
    self.memory = memory
    self.epsilon = epsilon
  }

  /// Updates the mean squares and moves the parameters.
  package mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
  ) {
    let (kept, added, epsilon) = (memory, 1 - memory, epsilon)
    moments.update(&parameters, gradients) { w, g, squares in
      squares[0] = kept * squares[0] + added * (g * g)
      return w - rate * (g / (rootLanes(squares[0]) + epsilon))
    }
  }
}
