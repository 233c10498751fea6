extension Loss {
  /// The squared error (p − y)².
  package static let squaredError = Loss("squared-error", SquaredError())
}

private struct SquaredError: LossRule {
  @inline(__always) func evaluate(_ prediction: SIMD8<Double>, _ target: SIMD8<Double>) -> (
    value: SIMD8<Double>, gradient: SIMD8<Double>
  ) {
    let error = prediction - target
    return (error * error, error + error)
  }
}
