import Numerics

extension Activation {
  /// The exponential linear unit that levels off at −1, the default of PyTorch.
  package static let elu = Activation("elu", ExponentialLinear(alpha: 1))

  /// The exponential linear unit: x above 0, α(e^x − 1) elsewhere; its slope at 0 is α.
  ///
  /// Source: Clevert, Unterthiner & Hochreiter 2016.
  package static func elu(alpha: Double) -> Activation {
    Activation("elu(\(alpha))", ExponentialLinear(alpha: alpha))
  }
}

private struct ExponentialLinear: ActivationRule {
  let alpha: Double

  @inline(__always) func evaluate(_ x: SIMD8<Double>) -> (
    value: SIMD8<Double>, slope: SIMD8<Double>
  ) {
    let negative = x .<= 0
    // Large arguments would overflow before they are passed over.
    let below = x.replacing(with: 0, where: x .> 0)
    let y = Elementary.expm1(below) * alpha
    let one = SIMD8<Double>(repeating: 1)
    return (x.replacing(with: y, where: negative), one.replacing(with: y + alpha, where: negative))
  }
}
