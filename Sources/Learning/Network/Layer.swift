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
