import Learning
import Numerics
import Testing

@Suite struct DropoutTests {
  static let probabilities = [0, 0.1, 0.3, 0.5, 0.8]

  /// A linear model of four features whose hidden layer hands them on, so that dropping its units
  /// is dropping features.
  static func linear(_ weights: [Double], _ probability: Double) -> Network {
    var stream = RandomStream(seed: 0, "unused")
    var network = Network(
      widths: [4, 4, 1], hidden: .identity, dropout: [probability], initialization: .zeros,
      from: &stream)
    for index in 0..<4 {
      network.parameters[5 * index] = 1
      network.parameters[20 + index] = weights[index]
    }
    return network
  }

  /// Every mask of four units with its probability.
  static func masks(_ probability: Double) -> [(kept: [Bool], weight: Double)] {
    (0..<16).map { number in
      let kept = (0..<4).map { number >> $0 & 1 == 1 }
      return (kept, kept.reduce(1) { $0 * ($1 ? 1 - probability : probability) })
    }
  }

  static func rows() -> (rows: [Dataset], weights: [Double]) {
    var stream = RandomStream(seed: 1, "rows")
    let rows = (0..<6).map { _ in
      NetworkTests.data(rows: 1, columns: 4, outputs: 1, &stream)
    }
    return (rows, (0..<4).map { _ in stream.normal() })
  }

  /// The squared error over all masks: E‖y − Xₘw‖² = ‖y − Xw‖² + p/(1 − p) Σ‖Xⱼ‖²wⱼ².
  ///
  /// Source: Srivastava and others 2014, §9.1.
  @Test(arguments: probabilities)
  func expectedSquaredError(p: Double) {
    let (rows, weights) = Self.rows()
    let network = Self.linear(weights, p)
    var (expected, formula) = (0.0, 0.0)
    for row in rows {
      for mask in Self.masks(p) {
        expected +=
          mask.weight * network.gradient(of: .squaredError, on: row, kept: mask.kept).loss
      }
      formula += network.loss(.squaredError, on: row)
      for (x, w) in zip(row.features, weights) { formula += p / (1 - p) * x * x * w * w }
    }
    #expect(abs(expected - formula) < 1e-12 * formula)
  }

  /// The mean over all masks is what evaluation answers; that needs 1/(1 − p).
  ///
  /// The known bug, in the form that scales at evaluation, multiplies by p instead: only at p = ½
  /// it passes.
  @Test(arguments: probabilities)
  func evaluationIsTheMeanOverMasks(p: Double) {
    let (rows, weights) = Self.rows()
    let network = Self.linear(weights, p)
    for row in rows {
      // The slope of the squared error in the last bias is twice the prediction, the target off.
      let mean = Self.masks(p).reduce(0.0) {
        let slope = network.gradient(of: .squaredError, on: row, kept: $1.kept).gradient[24]
        return $0 + $1.weight * (slope / 2 + row.targets[0])
      }
      let evaluation = network.predictions(for: row.features)[0]
      #expect(abs(mean - evaluation) < 1e-12)
      // Without a scale in training, evaluation has to be scaled by 1 − p.
      let unscaled = mean * (1 - p)
      #expect(abs(unscaled - (1 - p) * evaluation) < 1e-12)
      #expect((abs(unscaled - p * evaluation) < 1e-12) == (p == 0.5))
    }
  }

  /// Whatever training drops, evaluation is that of the same network without dropout, bit for bit.
  @Test func evaluationDropsNothing() {
    func network(_ dropout: [Double]) -> Network {
      var stream = RandomStream(seed: 3, "weights")
      return Network(
        widths: [3, 8, 5, 2], hidden: .gelu, dropout: dropout, initialization: .heNormal,
        from: &stream)
    }
    var stream = RandomStream(seed: 3, "data")
    let data = NetworkTests.data(rows: 71, columns: 3, outputs: 2, &stream)
    let plain = network([])
    for dropout in [[0.5], [0, 0.3], [1, 1]] {
      let dropping = network(dropout)
      #expect(dropping.parameters == plain.parameters)
      #expect(
        dropping.predictions(for: data.features) == plain.predictions(for: data.features))
      #expect(dropping.loss(.huber, on: data) == plain.loss(.huber, on: data))
      #expect(
        dropping.gradient(of: .huber, on: data).gradient
          == plain.gradient(of: .huber, on: data).gradient)
    }
  }

  /// Where everything is dropped the output is its bias, and nothing below learns.
  @Test func droppingAllGivesZeros() {
    var network = Self.linear([1, 2, 3, 4], 1)
    network.parameters[24] = 0.75
    let row = Dataset(features: [1, -2, 3, 1e308], targets: [0.25], columns: 4)
    let none = Array(repeating: false, count: 4)
    let result = network.gradient(of: .squaredError, on: row, kept: none)
    #expect(result.loss == 0.25)
    #expect(result.gradient == Array(repeating: 0, count: 24) + [1])
    let history = Trainer(
      loss: .squaredError, optimizer: GradientDescent(), rate: 0.25, epochs: 3
    ).train(&network, on: row, seed: 1)
    #expect(history.batchLoss == [0.25, 0.0625, 0.015625])
  }

  /// The trainer's masks are the numbers of the stream in the documented order.
  @Test(arguments: [[0.4], [0, 0.4], [0.2, 0.7]])
  func masksFollowTheStream(dropout: [Double]) {
    var stream = RandomStream(seed: 4, "weights")
    var network = Network(
      widths: [3, 6, 4, 1], hidden: .tanh, dropout: dropout, initialization: .fanIn,
      from: &stream)
    let data = NetworkTests.data(rows: 70, columns: 3, outputs: 1, &stream)
    var expected = network
    let history = Trainer(
      loss: .squaredError, optimizer: GradientDescent(), rate: 0.5, epochs: 3
    ).train(&network, on: data, seed: 9)

    var masks = RandomStream(seed: 9, "dropout")
    for epoch in 0..<3 {
      #expect(history.trainingLoss[epoch] == expected.loss(.squaredError, on: data))
      let kept = (0..<70).flatMap { _ in
        expected.layers.filter { $0.dropout > 0 }.flatMap { layer in
          (0..<layer.outputs).map { _ in masks.uniform() >= layer.dropout }
        }
      }
      let (loss, gradient) = expected.gradient(of: .squaredError, on: data, kept: kept)
      #expect(history.batchLoss[epoch] == loss)
      for index in gradient.indices { expected.parameters[index] -= 0.5 * gradient[index] }
    }
    #expect(network.parameters == expected.parameters)
  }
}
