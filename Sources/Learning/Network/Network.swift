import Numerics

/// A network of dense layers, with all parameters in one flat buffer.
package struct Network: Sendable, Equatable {
  package let layers: [Layer]
  /// Layer after layer, weights before biases; see `Layer`.
  package var parameters: [Double]

  /// A network of the given widths, from the inputs to the outputs, with random parameters.
  ///
  /// `[2, 16, 1]` has two inputs, sixteen hidden units and one output. Parameters are drawn in the
  /// order in which they lie in the buffer.
  /// - Parameter dropout: The probability of leaving out each output in training, one for every
  ///   hidden layer from the first on; 0 for those not named. See `Layer`.
  /// - Precondition: there are at least two widths, all positive; probabilities are from 0 to 1.
  package init(
    widths: [Int], hidden: Activation, output: Activation = .identity,
    dropout: [Double] = [], initialization: Initialization, from stream: inout RandomStream
  ) {
    precondition(widths.count >= 2 && widths.allSatisfy { $0 > 0 }, "a layer needs units")
    precondition(dropout.count <= widths.count - 2, "only hidden layers drop outputs")
    precondition(dropout.allSatisfy { (0...1).contains($0) }, "a probability is from 0 to 1")
    var layers: [Layer] = []
    var parameters: [Double] = []
    for index in 1..<widths.count {
      let layer = Layer(
        inputs: widths[index - 1], outputs: widths[index],
        activation: index == widths.count - 1 ? output : hidden,
        dropout: index <= dropout.count ? dropout[index - 1] : 0, weights: layers.last?.end ?? 0)
      let (inputs, outputs) = (Double(layer.inputs), Double(layer.outputs))
      let weights = initialization.weights(inputs, outputs)
      parameters += weights.draws(layer.inputs * layer.outputs, from: &stream)
      parameters += initialization.biases(inputs).draws(layer.outputs, from: &stream)
      layers.append(layer)
    }
    self.layers = layers
    self.parameters = parameters
  }

  package var inputs: Int { layers[0].inputs }
  package var outputs: Int { layers[layers.count - 1].outputs }

  /// The outputs for rows of features, row-major like the features.
  ///
  /// - Precondition: the features are whole rows.
  package func predictions(for features: [Double]) -> [Double] {
    precondition(features.count.isMultiple(of: inputs), "the last row lacks features")
    let rows = features.count / inputs
    let data = Dataset(
      features: features, targets: Array(repeating: 0, count: rows * outputs), columns: inputs,
      outputs: outputs)
    let workspace = Workspace(layers)
    return workspace.predictions(parameters.span, data)
  }

  /// The mean loss over the rows of a data set.
  package func loss(_ loss: Loss, on data: Dataset) -> Double {
    let workspace = Workspace(layers)
    return workspace.loss(loss, parameters.span, data, Array(0..<data.rows))
  }

  /// The mean loss over the rows of a data set and its gradient, laid out like the parameters.
  ///
  /// Nothing is dropped.
  package func gradient(of loss: Loss, on data: Dataset) -> (loss: Double, gradient: [Double]) {
    var masks: GivenMasks?
    return gradient(of: loss, on: data, masks: &masks)
  }

  /// The mean loss and its gradient with the given units dropped.
  ///
  /// - Parameter kept: Which units stay: sample after sample, layer after layer of those with
  ///   dropout, unit after unit. Units past the end of the list stay.
  package func gradient(of loss: Loss, on data: Dataset, kept: [Bool]) -> (
    loss: Double, gradient: [Double]
  ) {
    var masks: GivenMasks? = GivenMasks(kept)
    return gradient(of: loss, on: data, masks: &masks)
  }

  private func gradient(of loss: Loss, on data: Dataset, masks: inout GivenMasks?) -> (
    loss: Double, gradient: [Double]
  ) {
    let workspace = Workspace(layers)
    var gradient = Array(repeating: 0.0, count: parameters.count)
    var span = gradient.mutableSpan
    let value = workspace.gradient(
      of: loss, parameters.span, data, Array(0..<data.rows), 0..<data.rows, masks: &masks,
      into: &span)
    return (value, gradient)
  }
}

extension Network {
  /// The share of targets whose output falls on their side: above 0 for 1, at most 0 for 0.
  ///
  /// For outputs that are logits, as `Loss.binaryCrossEntropy` takes them. Not a number for no rows.
  package func accuracy(on data: Dataset) -> Double {
    let right = zip(predictions(for: data.features), data.targets).reduce(0) {
      $0 + (($1.0 > 0) == ($1.1 > 0.5) ? 1 : 0)
    }
    return Double(right) / Double(data.targets.count)
  }

  /// The class of each row by its largest output, the first of several.
  package func calls(_ data: Dataset) -> [Int] {
    Self.largest(in: predictions(for: data.features), data.outputs)
  }

  /// The share of rows whose class, by the largest output, is that of the largest target.
  ///
  /// For one-hot targets. Not a number for no rows.
  package func shareOfRightCalls(on data: Dataset) -> Double {
    let right = zip(calls(data), Self.largest(in: data.targets, data.outputs)).count { $0 == $1 }
    return Double(right) / Double(data.rows)
  }

  private static func largest(in values: [Double], _ outputs: Int) -> [Int] {
    stride(from: 0, to: values.count, by: max(1, outputs)).map { start in
      (1..<max(1, outputs)).reduce(0) { values[start + $1] > values[start + $0] ? $1 : $0 }
    }
  }
}

/// A dense layer's shape, and where its parameters lie in the network's flat buffer.
package struct Layer: Sendable, Equatable {
  package let inputs: Int
  package let outputs: Int
  package let activation: Activation
  /// The probability, from 0 to 1, that training leaves an output out; evaluation leaves out none.
  package let dropout: Double
  /// Where the weights begin; the weight from input i to unit j is number `j * inputs + i`.
  package let weights: Int

  var shape: Kernels.Shape { (inputs, outputs) }

  /// Where the biases begin, right behind the weights.
  package var biases: Int { weights + inputs * outputs }

  /// Where the next layer's parameters begin.
  package var end: Int { biases + outputs }

  /// By what outputs that stay are multiplied in training, so that their mean stays: 1/(1 − p).
  ///
  /// 0 where none can stay, so that nothing becomes 0 · ∞.
  var keptScale: Double { dropout < 1 ? 1 / (1 - dropout) : 0 }

  /// How many parameters the layer has: (inputs + 1) · outputs.
  package var parameterCount: Int { end - weights }
}
