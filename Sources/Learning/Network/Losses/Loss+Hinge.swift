extension Loss {
  /// The hinge loss max(0, 1 − yp) of a target y = ±1.
  ///
  /// Its gradient at the kink yp = 1 is 0, as that of a rectifier in PyTorch.
  package static let hinge = Loss("hinge", Hinge())
}

private struct Hinge: LossRule {
  @inline(__always) func evaluate(_ prediction: SIMD8<Double>, _ target: SIMD8<Double>) -> (
    value: SIMD8<Double>, gradient: SIMD8<Double>
  ) {
    let gap = 1 - prediction * target
    let reached = gap .<= 0
    return (gap.replacing(with: 0, where: reached), (-target).replacing(with: 0, where: reached))
  }
}
