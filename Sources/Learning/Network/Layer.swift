/// A dense layer's shape, and where its parameters lie in the network's flat buffer.
package struct Layer: Sendable, Equatable {
  package let inputs: Int
  package let outputs: Int
  package let activation: Activation
  /// Where the weights begin; the weight from input i to unit j is number `j * inputs + i`.
  package let weights: Int

  /// Where the biases begin, right behind the weights.
  package var biases: Int { weights + inputs * outputs }

  /// Where the next layer's parameters begin.
  package var end: Int { biases + outputs }

  /// How many parameters the layer has: (inputs + 1) · outputs.
  package var parameterCount: Int { end - weights }
}
