/// What a prediction costs, together with the gradient in the prediction.
///
/// A new one is a file in `Losses` and a line in `all`. The loss of a batch is the mean over its
/// rows and, where each output is judged for itself, over its outputs.
package struct Loss: Sendable, Equatable {
  package let name: String
  /// Whether all outputs of a sample are judged together, as one term of the mean.
  package let isJoint: Bool
  private let rows: @Sendable (Block, Block, Block?, Double, Int, Int) -> Double
  /// The loss and the gradient of one prediction, where outputs are judged for themselves.
  private let one: (@Sendable (Double, Double) -> (value: Double, gradient: Double))?

  /// Every loss there is, those with a parameter at its usual value.
  package static let all = [
    squaredError, absoluteError, huber, pinball, binaryCrossEntropy, softmaxCrossEntropy, hinge,
  ]

  /// The loss and the gradient of a single prediction.
  package func evaluate(prediction: Double, target: Double) -> (value: Double, gradient: Double) {
    if let one { return one(prediction, target) }
    let (value, gradient) = evaluate(predictions: [prediction], targets: [target])
    return (value, gradient[0])
  }

  /// The loss of one sample and its gradient in each output.
  ///
  /// The sum over the outputs, not their mean.
  /// - Precondition: there are as many targets as predictions.
  package func evaluate(predictions: [Double], targets: [Double]) -> (
    value: Double, gradient: [Double]
  ) {
    precondition(predictions.count == targets.count, "one target a prediction")
    let (count, size) = (predictions.count, predictions.count * Workspace.blocks)
    return withUnsafeTemporaryAllocation(of: SIMD8<Double>.self, capacity: max(1, 3 * size)) {
      guard let memory = $0.baseAddress else { return (0, []) }
      memory.initialize(repeating: .zero, count: 3 * size)
      for index in 0..<count {
        memory[index * Workspace.blocks][0] = predictions[index]
        memory[size + index * Workspace.blocks][0] = targets[index]
      }
      let gradients = memory + 2 * size
      let value = rows(memory, memory + size, gradients, 1, count, 1)
      return (value, (0..<count).map { gradients[$0 * Workspace.blocks][0] })
    }
  }

  /// How many terms the mean over rows of `outputs` outputs has.
  func terms(rows: Int, outputs: Int) -> Int { isJoint ? rows : rows * outputs }

  /// The sum over `samples` samples; writes the gradients, times `scale`, where they are wanted.
  func total(
    _ predictions: Block, _ targets: Block, gradients: Block?, scale: Double, rows count: Int,
    samples: Int
  ) -> Double { rows(predictions, targets, gradients, scale, count, samples) }

  init<Rule: LossRule>(_ name: String, _ rule: Rule) {
    self.name = name
    isJoint = false
    one = { prediction, target in
      let (value, gradient) = rule.evaluate(
        SIMD8(repeating: prediction), SIMD8(repeating: target))
      return (0 + value[0], gradient[0])
    }
    rows = { predictions, targets, gradients, scale, rows, samples in
      var sum = SIMD8<Double>.zero
      for row in 0..<rows {
        for block in 0..<(samples + 7) / 8 {
          let index = row * Workspace.blocks + block
          let (value, gradient) = rule.evaluate(predictions[index], targets[index])
          let padding = Self.padding(block, samples)
          sum += value.replacing(with: 0, where: padding)
          if let gradients {
            gradients[index] = (gradient * scale).replacing(with: 0, where: padding)
          }
        }
      }
      return Kernels.sum(sum)
    }
  }

  init<Rule: JointLossRule>(joint name: String, _ rule: Rule) {
    self.name = name
    isJoint = true
    one = nil
    rows = { predictions, targets, gradients, scale, rows, samples in
      var sum = SIMD8<Double>.zero
      for block in 0..<(samples + 7) / 8 {
        let gradient = gradients.map { $0 + block }
        let value = rule.evaluate(predictions + block, targets + block, gradient, outputs: rows)
        let padding = Self.padding(block, samples)
        sum += value.replacing(with: 0, where: padding)
        guard let gradient else { continue }
        for row in 0..<rows {
          let index = row * Workspace.blocks
          gradient[index] = (gradient[index] * scale).replacing(with: 0, where: padding)
        }
      }
      return Kernels.sum(sum)
    }
  }

  /// The lanes of a block behind the last sample; they count for nothing.
  @inline(__always) private static func padding(_ block: Int, _ samples: Int)
    -> SIMDMask<SIMD8<Int64>>
  { SIMD8<Double>(0, 1, 2, 3, 4, 5, 6, 7) .>= Double(samples - 8 * block) }

  package static func == (a: Loss, b: Loss) -> Bool { a.name == b.name }
}

/// A loss of each output for itself and its derivative in the prediction, eight samples at a time.
protocol LossRule: Sendable {
  func evaluate(_ prediction: SIMD8<Double>, _ target: SIMD8<Double>) -> (
    value: SIMD8<Double>, gradient: SIMD8<Double>
  )
}

/// A loss of all outputs of a sample together, eight samples at a time.
protocol JointLossRule: Sendable {
  /// The losses of eight samples; writes their gradients where they are wanted.
  ///
  /// Output k of all three lies `k * Workspace.blocks` elements on.
  func evaluate(_ predictions: Block, _ targets: Block, _ gradients: Block?, outputs: Int)
    -> SIMD8<Double>
}
