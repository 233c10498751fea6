import Learning
import Testing

@Suite struct LossTests {
  @Test(arguments: Loss.all.map(\.name))
  func gradientIsTheDerivative(name: String) throws {
    let loss = try #require(Loss.all.first { $0.name == name })
    var stream = RandomStream(seed: 1, "points")
    for _ in 0..<2_000 {
      let (p, y) = (stream.uniform(in: -6..<6), stream.uniform())
      let step = 1e-5
      let difference =
        loss.evaluate(prediction: p + step, target: y).value
        - loss.evaluate(prediction: p - step, target: y).value
      let gradient = loss.evaluate(prediction: p, target: y).gradient
      #expect(abs(gradient - difference / (2 * step)) < 1e-8)
    }
  }

  static let extremes: [(Double, Double, Double, Double)] = [
    (1e4, 1, 0, 0), (1e4, 0, 1e4, 1), (-1e4, 0, 0, 0), (-1e4, 1, 1e4, -1),
    (40, 1, 4.248354255291589e-18, 0),
    (-40, 0, 4.248354255291589e-18, 4.248354255291589e-18),
    (0, 1, 0.6931471805599453, -0.5), (0, 0.5, 0.6931471805599453, 0),
  ]

  /// Logits of any size neither overflow nor lose what is left of the loss.
  @Test(arguments: extremes)
  func crossEntropyIsStable(logit: Double, target: Double, value: Double, gradient: Double) {
    let result = Loss.binaryCrossEntropy.evaluate(prediction: logit, target: target)
    #expect(abs(result.value - value) <= 1e-15 * value)
    #expect(abs(result.gradient - gradient) <= 1e-15 * max(abs(gradient), 1e-300))
  }

  /// Exclusive or with targets ±1: whoever always answers 0 has a squared error of exactly 1.
  @Test func squaredErrorHasNoHalf() {
    #expect(Loss.squaredError.evaluate(prediction: 0, target: -1) == (1, 2))
  }
}
