import Numerics

extension Loss {
  /// The cross-entropy of a target in [0, 1] with the probability sigmoid(z), z the prediction.
  ///
  /// Exact for logits of any size: max(z, 0) − zy + log(1 + e^−|z|).
  package static let binaryCrossEntropy = Loss("binary-cross-entropy", BinaryCrossEntropy())
}

private struct BinaryCrossEntropy: LossRule {
  @inline(__always) func evaluate(_ prediction: SIMD8<Double>, _ target: SIMD8<Double>) -> (
    value: SIMD8<Double>, gradient: SIMD8<Double>
  ) {
    // The large parts cancel first; the logarithm is never more than log 2.
    let rectified = prediction.replacing(with: 0, where: prediction .< 0)
    let (probability, logarithm) = Elementary.logistic(prediction)
    return ((rectified - prediction * target) + logarithm, probability - target)
  }
}
