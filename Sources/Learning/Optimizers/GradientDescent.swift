/// Plain gradient descent: w ← w − ηg.
package struct GradientDescent: Optimizer {
  package static let statePerParameter = 0

  package init() {}

  /// Moves every parameter by `rate` times its gradient, downhill.
  package mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
  ) {
    precondition(parameters.count == gradients.count, "one gradient a parameter")
    for index in parameters.indices {
      parameters[index] = parameters[index] - rate * gradients[index]
    }
  }
}
