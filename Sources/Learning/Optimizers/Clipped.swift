import Numerics

/// A bound on the gradients.
package enum Clipping: Sendable, Equatable {
  /// Each gradient brought into −bound … bound, as PyTorch's `clip_grad_value_` does.
  case value(Double)
  /// All gradients scaled down together where their norm exceeds the bound.
  ///
  /// The factor is min(1, bound / (norm + 10⁻⁶)), as PyTorch's `clip_grad_norm_` has it.
  case norm(Double)
}

/// Any optimizer on clipped gradients.
///
/// Clips first what comes in: around `Penalized` it leaves the penalty alone, as PyTorch does, inside
/// it would clip that too.
package struct Clipped<Rule: Optimizer>: Optimizer {
  /// One more than the rule's own, for the clipped gradient.
  package static var statePerParameter: Int { Rule.statePerParameter + 1 }
  /// The bound on what comes in.
  package let clipping: Clipping
  private var rule: Rule
  private var memory: [Double] = []

  package init(_ rule: Rule, to clipping: Clipping) {
    self.rule = rule
    self.clipping = clipping
  }

  /// Clips the gradients and lets the rule move the parameters.
  package mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
  ) {
    precondition(parameters.count == gradients.count, "one gradient a parameter")
    // Taken out and put back, so that it can be lent to the rule without a copy.
    var clipped: [Double] = []
    swap(&clipped, &memory)
    defer { swap(&clipped, &memory) }
    if clipped.isEmpty { clipped = Array(repeating: 0, count: gradients.count) }
    switch clipping {
    case .value(let bound):
      for index in clipped.indices {
        let gradient = gradients[index]
        // Comparisons that fail keep what is not a number.
        clipped[index] = gradient > bound ? bound : gradient < -bound ? -bound : gradient
      }
    case .norm(let bound):
      var squares = 0.0
      for index in clipped.indices { squares += gradients[index] * gradients[index] }
      let factor = bound / (Elementary.squareRoot(squares) + 1e-6)
      let scale = factor > 1 ? 1 : factor
      for index in clipped.indices { clipped[index] = gradients[index] * scale }
    }
    rule.step(parameters: &parameters, gradients: clipped.span, rate: rate)
  }
}
