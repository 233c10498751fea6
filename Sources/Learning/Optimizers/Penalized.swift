/// A cost of large parameters that is added to the loss.
package enum Penalty: Sendable, Equatable {
  /// ½λ Σw², whose gradient λw is PyTorch's coupled `weight_decay`.
  case squares(Double)
  /// λ Σ|w|, whose gradient is λ·sign(w), 0 at 0.
  case absolute(Double)
}

/// Any optimizer on the loss plus a penalty, whose gradient it cannot tell from the loss's own.
///
/// The gradient of the batch is the mean over its rows, and the penalty is not divided by the
/// batch size. An adaptive rate divides the penalty's gradient too; for decay that escapes this, see
/// `Decayed`.
package struct Penalized<Rule: Optimizer>: Optimizer {
  /// One more than the rule's own, for the gradient with the penalty.
  package static var statePerParameter: Int { Rule.statePerParameter + 1 }
  package let penalty: Penalty
  private var rule: Rule
  private var memory: [Double] = []

  package init(_ rule: Rule, _ penalty: Penalty) {
    self.rule = rule
    self.penalty = penalty
  }

  /// Adds the penalty's gradient and lets the rule move the parameters.
  package mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
  ) {
    precondition(parameters.count == gradients.count, "one gradient a parameter")
    // Taken out and put back, so that it can be lent to the rule without a copy.
    var sums: [Double] = []
    swap(&sums, &memory)
    defer { swap(&sums, &memory) }
    if sums.isEmpty { sums = Array(repeating: 0, count: parameters.count) }
    switch penalty {
    case .squares(let strength):
      for index in sums.indices { sums[index] = gradients[index] + strength * parameters[index] }
    case .absolute(let strength):
      for index in sums.indices {
        let w = parameters[index]
        sums[index] = gradients[index] + (w > 0 ? strength : w < 0 ? -strength : 0)
      }
    }
    rule.step(parameters: &parameters, gradients: sums.span, rate: rate)
  }
}
