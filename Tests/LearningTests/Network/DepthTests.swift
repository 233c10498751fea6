import Learning
import Numerics
import Testing

/// What is known of deep networks, on networks small enough to know it exactly.
@Suite struct DepthTests {
  /// As many tent maps, one after another: tent(x) = 2 max(x, 0) − 4 max(x − ½, 0).
  static func tents(_ count: Int) -> Network {
    var stream = RandomStream(seed: 0, "unused")
    var network = Network(
      widths: [1] + Array(repeating: 2, count: count) + [1], hidden: .relu,
      initialization: .zeros, from: &stream)
    for (number, layer) in network.layers.enumerated() {
      for unit in 0..<layer.outputs {
        let first = layer.weights + unit * layer.inputs
        network.parameters[first] = number == 0 ? 1 : 2
        if number > 0 { network.parameters[first + 1] = -4 }
        network.parameters[layer.biases + unit] = unit == 0 ? 0 : -0.5
      }
    }
    return network
  }

  /// k tent maps of two rectifiers each have 2ᵏ linear pieces (Telgarsky 2016).
  @Test(arguments: 1...8)
  func tentMapsDoubleThePieces(count: Int) {
    let cells = 1 << (count + 2)
    let points = (0...cells).map { Double($0) / Double(cells) }
    let values = Self.tents(count).predictions(for: points)
    let slopes = zip(values.dropFirst(), values).map { ($0 - $1) * Double(cells) }
    #expect(slopes.allSatisfy { abs($0) == Double(1 << count) })
    #expect(1 + zip(slopes.dropFirst(), slopes).count { $0 != $1 } == 1 << count)
  }

  /// A chain of sigmoids passes back at most 0.25ᴸ∏|w|.
  @Test(arguments: 1...12)
  func sigmoidsShrinkTheGradient(length: Int) {
    for seed in 0..<20 {
      var stream = RandomStream(seed: UInt64(seed), "chain")
      let network = Network(
        widths: Array(repeating: 1, count: length + 1), hidden: .sigmoid, output: .sigmoid,
        initialization: .normal(deviation: 2), from: &stream)
      let x = stream.normal()
      let prediction = network.predictions(for: [x])[0]
      // The squared error's slope is 1 half a unit above the target.
      let data = Dataset(features: [x], targets: [prediction - 0.5], columns: 1)
      let gradient = network.gradient(of: .squaredError, on: data).gradient
      let product = network.layers.dropFirst().reduce(1.0) {
        $0 * 0.25 * abs(network.parameters[$1.weights])
      }
      #expect(abs(gradient[1]) <= 0.25 * product * (1 + 1e-12))
    }
  }

  /// On exclusive or with ±1, no linear network has a squared error below 1, and 0 has exactly 1.
  @Test func linearNetworksCannotLearnExclusiveOr() {
    let data = Dataset(
      features: [-1, -1, -1, 1, 1, -1, 1, 1], targets: [-1, 1, 1, -1], columns: 2)
    var stream = RandomStream(seed: 1, "xor")
    let zero = Network(widths: [2, 3, 1], hidden: .identity, initialization: .zeros, from: &stream)
    let (loss, gradient) = zero.gradient(of: .squaredError, on: data)
    #expect(loss == 1 && gradient.allSatisfy { $0 == 0 })
    for _ in 0..<200 {
      let network = Network(
        widths: [2, 3, 1], hidden: .identity, initialization: .normal(deviation: 0.5),
        from: &stream)
      #expect(network.loss(.squaredError, on: data) >= 1 - 1e-14)
    }
  }

  static let laws: [(Initialization, Double)] = [
    (.normal(deviation: 0.2), 64 * 0.04 / 2), (.heNormal, 1), (.heUniform, 1),
    (.glorotNormal, 0.5), (.leCunNormal, 0.5),
  ]

  /// A layer of n rectifiers multiplies the second moment by nσ²/2 on average; He's law keeps it.
  @Test(arguments: laws)
  func secondMoments(law: Initialization, factor: Double) {
    var stream = RandomStream(seed: 1, "moments")
    let inputs = (0..<64).map { _ in stream.normal() }
    let before = inputs.reduce(0) { $0 + $1 * $1 }
    var mean = 0.0
    for _ in 0..<600 {
      let network = Network(
        widths: [64, 64], hidden: .relu, output: .relu, initialization: law, from: &stream)
      mean += network.predictions(for: inputs).reduce(0) { $0 + $1 * $1 } / before / 600
    }
    // One layer deviates by √(5/64), the mean of 600 by a 24th of that.
    #expect(abs(mean / factor - 1) < 4 * 0.28 / 24)
  }

  static let centres: [(Loss, Double)] = [
    (.squaredError, 22), (.absoluteError, 3), (.pinball, 3), (.pinball(0.1), 1),
    (.pinball(0.3), 2), (.pinball(0.7), 4), (.pinball(0.9), 100),
  ]

  /// What each loss picks for {1, 2, 3, 4, 100}: the mean, the median, a quantile.
  @Test(arguments: centres)
  func constants(loss: Loss, centre: Double) {
    func total(_ prediction: Double) -> Double {
      [1, 2, 3, 4, 100].reduce(0) {
        $0 + loss.evaluate(prediction: prediction, target: $1).value
      }
    }
    let best = (0...404).map { Double($0) / 4 }.min { total($0) < total($1) }
    #expect(best == centre)
  }

  /// The gradient in the logit: p − y of cross-entropy, 2(p − y)p(1 − p) of squared error.
  @Test(arguments: [-6, -0.5, 0, 2, 9.0])
  func squaredErrorStallsWhereCrossEntropyLearns(logit: Double) {
    for target in [0.0, 1] {
      func slope(_ loss: Loss, _ output: Activation) -> Double {
        var stream = RandomStream(seed: 0, "unused")
        var network = Network(
          widths: [1, 1], hidden: output, output: output, initialization: .zeros, from: &stream)
        network.parameters[1] = logit
        let data = Dataset(features: [1], targets: [target], columns: 1)
        return network.gradient(of: loss, on: data).gradient[1]
      }
      let p = Elementary.sigmoid(logit)
      #expect(slope(.binaryCrossEntropy, .identity) == p - target)
      let expected = 2 * (p - target) * p * (1 - p)
      #expect(abs(slope(.squaredError, .sigmoid) - expected) <= 1e-15 * abs(expected))
    }
  }
}
