/// What a prediction costs, together with the gradient in the prediction.
///
/// A new one is a rule and a line in `all`. The loss of a batch is the mean over its rows and
/// outputs.
package struct Loss: Sendable, Equatable {
  package let name: String
  private let lanes: @Sendable (SIMD8<Double>, SIMD8<Double>) -> (SIMD8<Double>, SIMD8<Double>)
  private let rows: @Sendable (Block, Block, Block?, Double, Int, Int) -> Double

  /// The squared error (p − y)².
  package static let squaredError = Loss("squared-error", SquaredError.self)

  /// The cross-entropy of a target in [0, 1] with the probability sigmoid(z), z the prediction.
  ///
  /// Exact for logits of any size: max(z, 0) − zy + log(1 + e^−|z|).
  package static let binaryCrossEntropy = Loss("binary-cross-entropy", BinaryCrossEntropy.self)

  /// Every loss there is.
  package static let all = [squaredError, binaryCrossEntropy]

  /// The loss and the gradient of a single prediction.
  package func evaluate(prediction: Double, target: Double) -> (value: Double, gradient: Double) {
    let (value, gradient) = lanes(SIMD8(repeating: prediction), SIMD8(repeating: target))
    return (value[0], gradient[0])
  }

  /// The sum over `samples` samples; writes the gradients, times `scale`, where they are wanted.
  func total(
    _ predictions: Block, _ targets: Block, gradients: Block?, scale: Double, rows count: Int,
    samples: Int
  ) -> Double { rows(predictions, targets, gradients, scale, count, samples) }

  private init<Rule: LossRule>(_ name: String, _ rule: Rule.Type) {
    self.name = name
    lanes = { Rule.evaluate($0, $1) }
    rows = { predictions, targets, gradients, scale, rows, samples in
      var sum = SIMD8<Double>.zero
      for row in 0..<rows {
        for block in 0..<(samples + 7) / 8 {
          let index = row * Workspace.blocks + block
          let (value, gradient) = Rule.evaluate(predictions[index], targets[index])
          // Lanes behind the last sample count for nothing.
          let padding = laneNumbers .>= Double(samples - 8 * block)
          sum += value.replacing(with: 0, where: padding)
          if let gradients {
            gradients[index] = (gradient * scale).replacing(with: 0, where: padding)
          }
        }
      }
      return Kernels.sum(sum)
    }
  }

  package static func == (a: Loss, b: Loss) -> Bool { a.name == b.name }
}

private let laneNumbers = SIMD8<Double>(0, 1, 2, 3, 4, 5, 6, 7)

/// A loss and its derivative in the prediction, eight samples at a time.
protocol LossRule: SendableMetatype {
  static func evaluate(_ prediction: SIMD8<Double>, _ target: SIMD8<Double>) -> (
    value: SIMD8<Double>, gradient: SIMD8<Double>
  )
}

private enum SquaredError: LossRule {
  @inline(__always) static func evaluate(_ prediction: SIMD8<Double>, _ target: SIMD8<Double>) -> (
    value: SIMD8<Double>, gradient: SIMD8<Double>
  ) {
    let error = prediction - target
    return (error * error, error + error)
  }
}

private enum BinaryCrossEntropy: LossRule {
  @inline(__always) static func evaluate(_ prediction: SIMD8<Double>, _ target: SIMD8<Double>) -> (
    value: SIMD8<Double>, gradient: SIMD8<Double>
  ) {
    // The large parts cancel first; the logarithm is never more than log 2.
    let rectified = prediction.replacing(with: 0, where: prediction .< 0)
    let negative = SIMD8<Double>(bits: prediction.bits | 0x8000_0000_0000_0000)
    let value = (rectified - prediction * target) + Elementary.softplusLanes(negative)
    return (value, Elementary.sigmoidLanes(prediction) - target)
  }
}
