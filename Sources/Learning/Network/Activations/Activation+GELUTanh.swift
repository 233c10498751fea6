import Numerics

extension Activation {
  /// The Gaussian error linear unit by its approximation ½x(1 + tanh(√(2/π)(x + 0.044715x³))).
  ///
  /// Source: Hendrycks & Gimpel 2016. Up to 5 · 10⁻⁴ away from `gelu`.
  package static let geluTanh = Activation("gelu-tanh", GaussianErrorLinearByTanh())
}

private struct GaussianErrorLinearByTanh: ActivationRule {
  @inline(__always) func evaluate(_ x: SIMD8<Double>) -> (
    value: SIMD8<Double>, slope: SIMD8<Double>
  ) {
    // Beyond ±40 the hyperbolic tangent is ±1; without the limit ∞ · 0 would not be a number.
    let limit = SIMD8<Double>(repeating: 40)
    let z = x.replacing(with: limit, where: x .> limit).replacing(with: -limit, where: x .< -limit)
    let square = z * z
    let t = Elementary.tanh(z * (square * 0.044715 + 1) * 0.7978845608028654)
    let bend = (square * (3 * 0.044715) + 1) * 0.7978845608028654
    let half = (t + 1) * 0.5
    let value = (x * half).replacing(with: 0, where: x .< -limit)
    return (value, half + z * (1 - t * t) * bend * 0.5)
  }
}
