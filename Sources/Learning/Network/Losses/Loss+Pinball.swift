extension Loss {
  /// The pinball loss of the median: half the absolute error.
  package static let pinball = Loss("pinball", Pinball(quantile: 0.5))

  /// The pinball loss: τ(y − p) where p is too low, (1 − τ)(p − y) where it is too high.
  ///
  /// Its smallest mean is at the τ-quantile of the targets. Its gradient at 0 is 0, as for
  /// `absoluteError`. Source: Koenker & Bassett 1978.
  package static func pinball(_ quantile: Double) -> Loss {
    Loss("pinball(\(quantile))", Pinball(quantile: quantile))
  }
}

private struct Pinball: LossRule {
  let quantile: Double

  @inline(__always) func evaluate(_ prediction: SIMD8<Double>, _ target: SIMD8<Double>) -> (
    value: SIMD8<Double>, gradient: SIMD8<Double>
  ) {
    let error = prediction - target
    let (low, high) = (SIMD8<Double>(repeating: -quantile), SIMD8<Double>(repeating: 1 - quantile))
    // An error that is not a number keeps being none.
    let slope = error.replacing(with: high, where: error .> 0)
      .replacing(with: low, where: error .< 0)
    return (error * slope, slope)
  }
}
