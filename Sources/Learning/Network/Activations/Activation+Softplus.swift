import Numerics

extension Activation {
  /// The softplus function log(1 + e^x), a smooth rectifier; its slope is the sigmoid.
  ///
  /// Exact for all x, where PyTorch answers x itself above 20.
  package static let softplus = Activation("softplus", Softplus())
}

private struct Softplus: ActivationRule {
  @inline(__always) func evaluate(_ x: SIMD8<Double>) -> (
    value: SIMD8<Double>, slope: SIMD8<Double>
  ) { (Elementary.softplus(x), Elementary.sigmoid(x)) }
}
