extension Activation {
  /// The leaky rectifier with a slope of 0.01 below 0, the default of PyTorch.
  package static let leakyReLU = Activation("leaky-relu", LeakyRectifier(leak: 0.01))

  /// The leaky rectifier: x above 0, `slope` · x elsewhere; its slope at 0 is `slope`.
  ///
  /// Source: Maas, Hannun & Ng 2013.
  package static func leakyReLU(slope: Double) -> Activation {
    Activation("leaky-relu(\(slope))", LeakyRectifier(leak: slope))
  }
}

private struct LeakyRectifier: ActivationRule {
  let leak: Double

  @inline(__always) func evaluate(_ x: SIMD8<Double>) -> (
    value: SIMD8<Double>, slope: SIMD8<Double>
  ) {
    let negative = x .<= 0
    let one = SIMD8<Double>(repeating: 1)
    return (
      x.replacing(with: x * leak, where: negative), one.replacing(with: leak, where: negative)
    )
  }
}
