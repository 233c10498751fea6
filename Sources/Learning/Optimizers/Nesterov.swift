/// Nesterov's momentum: v ← μv + g, w ← w − η(g + μv).
///
/// Source: Nesterov 1983, in the form of Sutskever et al. 2013, in which the parameters are those
/// looked ahead to. As PyTorch's `SGD(nesterov: true)`.
package struct Nesterov: Optimizer {
  package static let statePerParameter = 1
  /// The share of the velocity μ that is kept at each step, in [0, 1).
  package let momentum: Double
  private var moments = Moments(perParameter: 1)

  package init(_ momentum: Double = 0.9) { self.momentum = momentum }

  /// Adds the gradients to the velocities and moves the parameters one step ahead of those.
  package mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
  ) {
    let momentum = momentum
    moments.update(&parameters, gradients) { w, g, velocity in
      velocity[0] = momentum * velocity[0] + g
      return w - rate * (g + momentum * velocity[0])
    }
  }
}
