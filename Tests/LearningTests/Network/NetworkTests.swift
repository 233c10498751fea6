import Learning
import Numerics
import Testing

@Suite struct NetworkTests {
  /// A random data set with targets in [0, 1].
  static func data(rows: Int, columns: Int, outputs: Int, _ stream: inout RandomStream) -> Dataset {
    Dataset(
      features: (0..<rows * columns).map { _ in stream.normal() },
      targets: (0..<rows * outputs).map { _ in stream.uniform() }, columns: columns,
      outputs: outputs)
  }

  static let pairs = Activation.all.flatMap { activation in
    Loss.all.map { (activation.name, $0.name) }
  }

  /// Gradients against central differences, on random shapes and batch sizes around the chunk, with
  /// and without dropped units.
  @Test(arguments: pairs)
  func gradientIsTheSlopeOfTheLoss(activation: String, loss: String) throws {
    let activation = try #require(Activation.all.first { $0.name == activation })
    let loss = try #require(Loss.all.first { $0.name == loss })
    for (shape, rows) in [1, 7, 8, 9, 63, 64, 65, 130].enumerated() {
      var stream = RandomStream(seed: 11, activation.name + loss.name, shape)
      var widths = [1 + stream.integer(below: 4)]
      for _ in 0...stream.integer(below: 3) { widths.append(1 + stream.integer(below: 6)) }
      widths.append(1 + stream.integer(below: 3))
      // The output layer takes part too.
      let output = shape.isMultiple(of: 2) ? activation : .identity
      let drops = shape % 4 < 2
      let dropout = drops ? widths.dropFirst().dropLast().map { _ in stream.uniform() } : []
      var network = Network(
        widths: widths, hidden: activation, output: output, dropout: dropout,
        initialization: .fanIn, from: &stream)
      let data = Self.data(
        rows: rows, columns: network.inputs, outputs: network.outputs, &stream)
      let units = widths.dropFirst().dropLast().reduce(0, +)
      let kept = drops ? (0..<rows * units).map { _ in stream.bernoulli(0.6) } : []
      let (value, gradient) =
        drops
        ? network.gradient(of: loss, on: data, kept: kept) : network.gradient(of: loss, on: data)
      func current() -> Double {
        drops
          ? network.gradient(of: loss, on: data, kept: kept).loss : network.loss(loss, on: data)
      }
      #expect(value == current())
      for index in gradient.indices {
        let centre = network.parameters[index]
        // The shorter step gets past a kink that the longer one straddles.
        let agrees = [1e-6, 1e-7].contains { step in
          network.parameters[index] = centre + step
          let above = current()
          network.parameters[index] = centre - step
          let below = current()
          network.parameters[index] = centre
          let slope = (above - below) / (2 * step)
          return abs(slope - gradient[index]) < 2e-14 / step * max(1, abs(slope))
        }
        #expect(agrees)
      }
    }
  }

  /// A joint loss has one term a sample, the others one an output.
  @Test func theMeanIsOverTerms() {
    var stream = RandomStream(seed: 6, "terms")
    let network = Network(
      widths: [3, 4], hidden: .identity, initialization: .fanIn, from: &stream)
    let data = Self.data(rows: 70, columns: 3, outputs: 4, &stream)
    let predictions = network.predictions(for: data.features)
    for loss in Loss.all {
      let sum = (0..<70).reduce(0.0) {
        let row = 4 * $1..<4 * $1 + 4
        return $0
          + loss.evaluate(
            predictions: Array(predictions[row]), targets: Array(data.targets[row])
          ).value
      }
      let terms = loss == .softmaxCrossEntropy ? 70.0 : 280
      #expect(abs(network.loss(loss, on: data) - sum / terms) < 1e-13)
    }
  }

  /// The gradient of a batch is the mean of its samples' gradients, whatever lies in the padding.
  @Test(arguments: [1, 5, 8, 64, 71])
  func aBatchIsTheMeanOfItsSamples(rows: Int) {
    var stream = RandomStream(seed: 3, "batch", rows)
    let network = Network(
      widths: [3, 5, 2], hidden: .tanh, initialization: .glorotNormal, from: &stream)
    let data = Self.data(rows: rows, columns: 3, outputs: 2, &stream)
    var mean = Array(repeating: 0.0, count: network.parameters.count)
    for row in 0..<rows {
      let sample = Dataset(
        features: Array(data.features[3 * row..<3 * row + 3]),
        targets: Array(data.targets[2 * row..<2 * row + 2]), columns: 3, outputs: 2)
      for (index, slope) in network.gradient(of: .squaredError, on: sample).gradient.enumerated() {
        mean[index] += slope / Double(rows)
      }
    }
    for (a, b) in zip(network.gradient(of: .squaredError, on: data).gradient, mean) {
      #expect(abs(a - b) < 1e-14)
    }
  }

  /// Predictions against the textbook loop over units and inputs, bit for bit.
  @Test func predictionsFollowTheDefinition() {
    var stream = RandomStream(seed: 4, "predictions")
    let network = Network(
      widths: [3, 6, 5, 2], hidden: .sigmoid, output: .tanh, initialization: .fanIn,
      from: &stream)
    let features = (0..<3 * 77).map { _ in stream.normal() }
    var expected: [Double] = []
    for row in 0..<77 {
      var values = Array(features[3 * row..<3 * row + 3])
      for layer in network.layers {
        values = (0..<layer.outputs).map { unit in
          var sum = network.parameters[layer.biases + unit]
          for (index, value) in values.enumerated() {
            sum += network.parameters[layer.weights + unit * layer.inputs + index] * value
          }
          return layer.activation.evaluate(sum).value
        }
      }
      expected += values
    }
    #expect(network.predictions(for: features) == expected)
  }

  @Test func parametersAreCountedAsInTextbooks() {
    var stream = RandomStream(seed: 5, "count")
    let network = Network(
      widths: [2, 16, 4, 1], hidden: .relu, initialization: .heNormal, from: &stream)
    #expect(network.parameters.count == 3 * 16 + 17 * 4 + 5)
    #expect(network.layers.map(\.parameterCount) == [48, 68, 5])
  }
}
