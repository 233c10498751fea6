/// Heavy-ball momentum: v ← μv + g, w ← w − ηv.
///
/// Source: Polyak 1964. As PyTorch's `SGD(momentum:)` without dampening; Keras keeps the rate inside
/// the velocity, v ← μv − ηg, which is the same only while the rate is constant.
package struct Momentum: Optimizer {
  package static let statePerParameter = 1
  /// The share of the velocity μ that is kept at each step, in [0, 1).
  package let momentum: Double
  private var moments = Moments(perParameter: 1)

  package init(_ momentum: Double = 0.9) { self.momentum = momentum }

  /// Adds the gradients to the velocities and moves the parameters by `rate` times those.
  package mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
  ) {
    let momentum = momentum
    moments.update(&parameters, gradients) { w, g, velocity in
      velocity[0] = momentum * velocity[0] + g
      return w - rate * velocity[0]
    }
  }
}
