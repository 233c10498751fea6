import Numerics

extension Activation {
  /// The Gaussian error linear unit xΦ(x), Φ the standard normal distribution function.
  ///
  /// Source: Hendrycks & Gimpel 2016.
  package static let gelu = Activation("gelu", GaussianErrorLinear())
}

private struct GaussianErrorLinear: ActivationRule {
  @inline(__always) func evaluate(_ x: SIMD8<Double>) -> (
    value: SIMD8<Double>, slope: SIMD8<Double>
  ) {
    // Beyond ±40 the tail is 0; without the limit ∞ · 0 would not be a number.
    let limit = SIMD8<Double>(repeating: 40)
    let z = x.replacing(with: limit, where: x .> limit).replacing(with: -limit, where: x .< -limit)
    let probability = Elementary.normalDistribution(z)
    let density = Elementary.exp(z * z * -0.5) * 0.3989422804014327
    let value = (x * probability).replacing(with: 0, where: x .< -limit)
    return (value, probability + z * density)
  }
}
