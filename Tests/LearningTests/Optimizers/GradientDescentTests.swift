import Learning
import Testing

@Suite struct GradientDescentTests {
  static let rates: [(Double, Double)] = [(0.01, 10), (0.1, 10), (0.19, 10), (0.2, 10), (0.25, 10)]

  /// On ½λw² each step multiplies the distance by 1 − ηλ.
  @Test(arguments: rates)
  func distanceShrinksByTheFactor(rate: Double, curvature: Double) {
    var optimizer = GradientDescent()
    var parameters = [1.0, -2.0]
    var exact = parameters
    for _ in 0..<50 {
      let gradients = parameters.map { curvature * $0 }
      var span = parameters.mutableSpan
      optimizer.step(parameters: &span, gradients: gradients.span, rate: rate)
      exact = exact.map { $0 * (1 - rate * curvature) }
    }
    for (a, b) in zip(parameters, exact) { #expect(abs(a - b) <= 1e-12 * max(abs(b), 1e-3)) }
  }
}
