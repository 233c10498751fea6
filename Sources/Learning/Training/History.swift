/// What happened in a training run.
///
/// Losses are means over all rows, for the parameters after 0, 1, 2 … epochs: number 0 is before
/// training, and both arrays have one entry more than epochs were trained.
package struct History: Sendable, Equatable {
  /// Empty where it was not asked for.
  package internal(set) var trainingLoss: [Double]
  /// Empty where there was no validation set.
  package internal(set) var validationLoss: [Double]
  /// The mean loss of each batch before its update, dropout included.
  package internal(set) var batchLoss: [Double]
  /// The epoch with the lowest validation loss, the first of several; `nil` without a set or
  /// where no loss is a number.
  package internal(set) var bestEpoch: Int?
  /// The parameters at that epoch.
  package internal(set) var bestParameters: [Double]?
  /// The epoch after which training stopped early; `nil` where it went on to the end.
  package internal(set) var stoppedEpoch: Int?
  /// The parameters at the epochs that were asked for, as far as training went.
  package internal(set) var snapshots: [Int: [Double]]
  package internal(set) var cost: TrainingCost
}

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

  /// What the steps took, looks at losses left out.
  package func multiplyAddsOfSteps(_ layers: [Layer]) -> Int {
    backwardMultiplyAdds + gradientEvaluations * Self.forward(layers)
  }

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
