/// What a training run cost, in counters that are the same on every machine.
package struct TrainingCost: Sendable, Equatable {
  /// Gradients of single samples.
  package var gradientEvaluations = 0
  /// Steps of the optimizer.
  package var updates = 0
  /// Multiplications with an addition in the layers' products, forward and backward, the
  /// evaluations of training and validation loss included.
  package var multiplyAdds = 0
  /// Memory for parameters, gradients, the optimizer's state and the passes.
  package var bytes = 0

  /// Multiply-adds of one sample going forward.
  static func forward(_ layers: [Layer]) -> Int {
    layers.reduce(0) { $0 + $1.inputs * $1.outputs }
  }

  /// Multiply-adds of one sample going forward and back; nothing goes back to the features.
  static func gradient(_ layers: [Layer]) -> Int {
    3 * forward(layers) - layers[0].inputs * layers[0].outputs
  }
}
