import Numerics

extension Loss {
  /// The cross-entropy of target probabilities with softmax(z), z the outputs of one sample.
  ///
  /// Targets are one number an output, a single 1 for a known class. One term a sample. Exact for
  /// logits of any size: differences from the largest are formed first, and the logarithm is that
  /// of 1 plus what the others add.
  package static let softmaxCrossEntropy = Loss(
    joint: "softmax-cross-entropy", SoftmaxCrossEntropy())
}

private struct SoftmaxCrossEntropy: JointLossRule {
  @inline(__always) func evaluate(
    _ predictions: Block, _ targets: Block, _ gradients: Block?, outputs: Int
  ) -> SIMD8<Double> {
    var largest = predictions[0]
    for output in 1..<max(1, outputs) {
      let value = predictions[output * Workspace.blocks]
      largest = largest.replacing(with: value, where: value .> largest)
    }
    // The largest itself is left out of the sum, once.
    var others = SIMD8<Double>.zero
    var isFound = SIMD8<Double>.zero .!= 0
    for output in 0..<outputs {
      let gap = predictions[output * Workspace.blocks] - largest
      let isLargest = .!isFound .& (gap .== 0)
      isFound .|= isLargest
      let power = Elementary.exp(gap)
      others += power.replacing(with: 0, where: isLargest)
      gradients?[output * Workspace.blocks] = power
    }
    let logarithm = Elementary.log1p(others)

    var loss = SIMD8<Double>.zero
    var weight = SIMD8<Double>.zero
    for output in 0..<outputs {
      let index = output * Workspace.blocks
      loss += targets[index] * (logarithm + (largest - predictions[index]))
      weight += targets[index]
    }
    if let gradients {
      for output in 0..<outputs {
        let index = output * Workspace.blocks
        let share = gradients[index] / (others + 1)
        gradients[index] = share * weight - targets[index]
      }
    }
    return loss
  }
}
