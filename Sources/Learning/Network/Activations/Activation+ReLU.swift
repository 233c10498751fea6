extension Activation {
  /// The rectifier max(x, 0); its slope at 0 is 0, as in PyTorch.
  package static let relu = Activation("relu", Rectifier())
}

private struct Rectifier: ActivationRule {
  @inline(__always) func evaluate(_ x: SIMD8<Double>) -> (
    value: SIMD8<Double>, slope: SIMD8<Double>
  ) {
    let negative = x .<= 0
    let one = SIMD8<Double>(repeating: 1)
    return (x.replacing(with: 0, where: negative), one.replacing(with: 0, where: negative))
  }
}
