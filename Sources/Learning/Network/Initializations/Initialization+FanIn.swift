import Numerics

extension Initialization {
  /// Weights and biases uniform within 1/√in: the default of PyTorch's linear layer.
  package static let fanIn = Initialization("fan-in") { inputs, _ in
    .uniform(bound: 1 / Elementary.squareRoot(inputs))
  } biases: { inputs in
    .uniform(bound: 1 / Elementary.squareRoot(inputs))
  }
}
