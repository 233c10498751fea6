/// A network of dense layers, with all parameters in one flat buffer.
package struct Network: Sendable, Equatable {
  package let layers: [Layer]
  /// Layer after layer, weights before biases; see `Layer`.
  package var parameters: [Double]

  /// A network of the given widths, from the inputs to the outputs, with random parameters.
  ///
  /// `[2, 16, 1]` has two inputs, sixteen hidden units and one output. Parameters are drawn in the
  /// order in which they lie in the buffer.
  /// - Precondition: there are at least two widths, all positive.
  package init(
    widths: [Int], hidden: Activation, output: Activation = .identity,
    initialization: Initialization, from stream: inout RandomStream
  ) {
    precondition(widths.count >= 2 && widths.allSatisfy { $0 > 0 }, "a layer needs units")
    var layers: [Layer] = []
    var parameters: [Double] = []
    for index in 1..<widths.count {
      let layer = Layer(
        inputs: widths[index - 1], outputs: widths[index],
        activation: index == widths.count - 1 ? output : hidden, weights: layers.last?.end ?? 0)
      let (inputs, outputs) = (Double(layer.inputs), Double(layer.outputs))
      let weights = initialization.weights(inputs, outputs)
      for _ in layer.weights..<layer.biases { parameters.append(weights.draw(from: &stream)) }
      let biases = initialization.biases(inputs)
      for _ in layer.biases..<layer.end { parameters.append(biases.draw(from: &stream)) }
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
  package func gradient(of loss: Loss, on data: Dataset) -> (loss: Double, gradient: [Double]) {
    let workspace = Workspace(layers)
    var gradient = Array(repeating: 0.0, count: parameters.count)
    var span = gradient.mutableSpan
    let value = workspace.gradient(
      of: loss, parameters.span, data, Array(0..<data.rows), 0..<data.rows, into: &span)
    return (value, gradient)
  }
}
