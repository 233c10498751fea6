/// What a training run cost, in counters that are the same on every machine.
package struct TrainingCost: Sendable, Equatable {
  /// Numbers that are learned: Σ (inputs + 1) · outputs over the layers.
  package var parameters = 0
  /// Gradients of single samples.
  package var gradientEvaluations = 0
  /// Steps of the optimizer: epochs · ⌈rows / batch size⌉.
  package var updates = 0
  /// Multiplications with an addition in the layers' products going forward, the evaluations of
  /// training and validation loss included.
  package var forwardMultiplyAdds = 0
  /// Multiplications with an addition in the layers' products going back.
  package var backwardMultiplyAdds = 0
  /// Memory for parameters, gradients, the optimizer's state and the passes.
  package var bytes = 0

  /// Forward and backward together; close to 3 for every parameter and sample of a wide network.
  package var multiplyAdds: Int { forwardMultiplyAdds + backwardMultiplyAdds }

  /// Multiply-adds of one sample going forward: one for every weight.
  package static func forward(_ layers: [Layer]) -> Int {
    layers.reduce(0) { $0 + $1.inputs * $1.outputs }
  }

  /// Multiply-adds of one sample going back: one for every weight's gradient, and one more for
  /// what is handed down; nothing goes back to the features.
  package static func backward(_ layers: [Layer]) -> Int {
    layers.enumerated().reduce(0) {
      $0 + ($1.offset == 0 ? 1 : 2) * $1.element.inputs * $1.element.outputs
    }
  }
}
