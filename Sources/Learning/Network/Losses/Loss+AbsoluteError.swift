import Numerics

extension Loss {
  /// The absolute error |p − y|; its gradient at 0 is 0, as in PyTorch.
  package static let absoluteError = Loss("absolute-error", AbsoluteError())
}

private struct AbsoluteError: LossRule {
  @inline(__always) func evaluate(_ prediction: SIMD8<Double>, _ target: SIMD8<Double>) -> (
    value: SIMD8<Double>, gradient: SIMD8<Double>
  ) {
    let error = prediction - target
    let one = SIMD8<Double>(repeating: 1)
    // An error that is not a number keeps being none.
    let sign = error.replacing(with: one, where: error .> 0)
      .replacing(with: -one, where: error .< 0)
    return (error.magnitudes, sign)
  }
}
