/// Plain gradient descent: w ← w − ηg.
///
/// PyTorch's `SGD` without momentum.
package struct GradientDescent: Optimizer {
  package static let statePerParameter = 0
  private var moments = Moments(perParameter: 0)

  package init() {}

  /// Moves every parameter by `rate` times its gradient, downhill.
  package mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
  ) {
    moments.update(&parameters, gradients) { w, g, _ in w - rate * g }
  }
}
