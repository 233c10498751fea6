import Learning
import Numerics
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

  static let anchors: [(Loss, Double, Double, Double, Double)] = [
    (.absoluteError, 3, 5, 2, -1), (.absoluteError, 5, 3, 2, 1), (.absoluteError, 3, 3, 0, 0),
    (.huber, 0.5, 0, 0.125, 0.5), (.huber, 1, 0, 0.5, 1), (.huber, -3, 0, 2.5, -1),
    (.huber(delta: 2), 5, 0, 8, 2), (.huber(delta: 2), 1, 0, 0.5, 1),
    (.pinball(0.9), 0, 10, 9, -0.9), (.pinball(0.75), 10, 0, 2.5, 0.25), (.pinball, 4, 4, 0, 0),
    (.hinge, 0.25, 1, 0.75, -1), (.hinge, 0.25, -1, 1.25, 1), (.hinge, 1, 1, 0, 0),
    (.hinge, 2, 1, 0, 0), (.hinge, -1, -1, 0, 0),
    (.absoluteError, 1e4, 0, 1e4, 1), (.huber, -1e4, 0, 9999.5, -1), (.hinge, -1e4, 1, 10001, -1),
    (.squaredError, 1e4, 0, 1e8, 2e4), (.pinball(0.25), -1e4, 0, 2500, -0.25),
  ]

  /// Values by hand; gradients at kinks as PyTorch gives them.
  @Test(arguments: anchors)
  func anchored(
    loss: Loss, prediction: Double, target: Double, value: Double, gradient: Double
  ) {
    #expect(loss.evaluate(prediction: prediction, target: target) == (value, gradient))
  }

  @Test(arguments: Loss.all.map(\.name))
  func whatIsNotANumberStaysOne(name: String) throws {
    let loss = try #require(Loss.all.first { $0.name == name })
    let result = loss.evaluate(predictions: [.nan, 1], targets: [1, 0])
    #expect(result.value.isNaN)
  }

  /// Every output of a sample enters the gradient of a joint loss.
  @Test func jointGradientIsTheDerivative() {
    var stream = RandomStream(seed: 1, "softmax")
    for round in 0..<500 {
      let count = 1 + round % 7
      var outputs = (0..<count).map { _ in stream.uniform(in: -6..<6) }
      let targets = (0..<count).map { _ in stream.uniform() }
      let gradient = Loss.softmaxCrossEntropy.evaluate(predictions: outputs, targets: targets)
        .gradient
      for index in 0..<count {
        let centre = outputs[index]
        func value(_ x: Double) -> Double {
          outputs[index] = x
          return Loss.softmaxCrossEntropy.evaluate(predictions: outputs, targets: targets).value
        }
        let difference = value(centre + 1e-5) - value(centre - 1e-5)
        outputs[index] = centre
        #expect(abs(gradient[index] - difference / 2e-5) < 1e-8)
      }
    }
  }

  /// With two outputs softmax is the sigmoid of their difference, digit for digit nearly.
  @Test func softmaxOfTwoIsTheSigmoid() {
    var stream = RandomStream(seed: 2, "softmax")
    for _ in 0..<1000 {
      let (a, b) = (stream.uniform(in: -50..<50), stream.uniform(in: -50..<50))
      let two = Loss.softmaxCrossEntropy.evaluate(predictions: [a, b], targets: [1, 0])
      let one = Loss.binaryCrossEntropy.evaluate(prediction: a - b, target: 1)
      #expect(abs(two.value - one.value) <= 1e-14 * one.value)
      #expect(abs(two.gradient[0] - one.gradient) < 1e-15)
      #expect(abs(two.gradient[0] + two.gradient[1]) < 1e-15)
    }
  }

  static let logits: [([Double], Int, Double, [Double])] = [
    ([1e4, -1e4, 0], 0, 0, [0, 0, 0]), ([1e4, -1e4, 0], 1, 2e4, [1, -1, 0]),
    ([1e4, 1e4], 0, 0.6931471805599453, [-0.5, 0.5]),
    ([-1e4, -1e4, -1e4, -1e4], 3, 1.3862943611198906, [0.25, 0.25, 0.25, -0.75]),
    (
      [40, 0, 0], 0, 8.496708510583178e-18,
      [0, 4.248354255291589e-18, 4.248354255291589e-18]
    ),
  ]

  /// Logits of any size neither overflow nor lose what is left of the loss.
  @Test(arguments: logits)
  func softmaxIsStable(outputs: [Double], label: Int, value: Double, gradient: [Double]) {
    let targets = outputs.indices.map { $0 == label ? 1.0 : 0 }
    let result = Loss.softmaxCrossEntropy.evaluate(predictions: outputs, targets: targets)
    #expect(abs(result.value - value) <= 1e-14 * value)
    for (ours, expected) in zip(result.gradient, gradient) {
      #expect(abs(ours - expected) <= 1e-15 * max(abs(expected), 1e-300))
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
