import Numerics

extension Activation {
  /// The logistic function 1 / (1 + e⁻ˣ); its slope is at most ¼.
  package static let sigmoid = Activation("sigmoid", Sigmoid())
}

private struct Sigmoid: ActivationRule {
  @inline(__always) func evaluate(_ x: SIMD8<Double>) -> (
    value: SIMD8<Double>, slope: SIMD8<Double>
  ) {
    let y = Elementary.sigmoid(x)
    return (y, y * (1 - y))
  }
}
