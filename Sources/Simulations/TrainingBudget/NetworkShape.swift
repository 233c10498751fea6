/// How large a network of dense layers is, by formula.
struct NetworkShape {
  /// From the inputs over the hidden layers to the outputs.
  let widths: [Int]

  init(inputs: Int, width: Int, depth: Int, outputs: Int) {
    widths = [inputs] + Array(repeating: width, count: depth) + [outputs]
  }

  /// Weights and biases: the sum of (inputs + 1) · outputs over the layers.
  var parameters: Int { zip(widths, widths.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 } }

  /// One for every connection.
  var weights: Int { zip(widths, widths.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } }

  /// Multiply-adds of a sample: forward one a weight, back one for the weight's own gradient and
  /// one for the layer below, which the first layer does not have.
  var multiplyAdds: Int { 3 * weights - widths[0] * widths[1] }

  /// The values of a sample that a backward pass needs: the features and every layer's outputs.
  var activations: Int { widths.reduce(0, +) }
}
