import Numerics

extension Activation {
  /// The hyperbolic tangent; its slope is at most 1.
  package static let tanh = Activation("tanh", Tanh())
}

private struct Tanh: ActivationRule {
  @inline(__always) func evaluate(_ x: SIMD8<Double>) -> (
    value: SIMD8<Double>, slope: SIMD8<Double>
  ) {
    let y = Elementary.tanh(x)
    return (y, 1 - y * y)
  }
}
