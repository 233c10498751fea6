/// The law from which a layer's initial weights are drawn.
package struct Initialization: Sendable, Equatable {
  /// A distribution with mean 0.
  package enum Spread: Sendable, Equatable {
    case zero
    /// Uniform between −bound and bound.
    case uniform(bound: Double)
    case normal(deviation: Double)

    package func draw(from stream: inout RandomStream) -> Double {
      switch self {
      case .zero: 0
      case .uniform(let bound): bound * (2 * stream.uniform() - 1)
      case .normal(let deviation): deviation * stream.normal()
      }
    }
  }

  package let name: String
  /// The spread of the weights of a layer with this many inputs and outputs.
  let weights: @Sendable (_ inputs: Double, _ outputs: Double) -> Spread
  let biases: @Sendable (_ inputs: Double) -> Spread

  /// Variance 2/(in + out), uniform.
  ///
  /// Source: Glorot & Bengio 2010.
  package static let glorotUniform = Initialization("glorot-uniform") {
    .uniform(bound: Elementary.squareRoot(6 / ($0 + $1)))
  }
  /// Variance 2/(in + out), normal.
  ///
  /// Source: Glorot & Bengio 2010.
  package static let glorotNormal = Initialization("glorot-normal") {
    .normal(deviation: Elementary.squareRoot(2 / ($0 + $1)))
  }
  /// Variance 2/in, uniform.
  ///
  /// Source: He et al. 2015.
  package static let heUniform = Initialization("he-uniform") { inputs, _ in
    .uniform(bound: Elementary.squareRoot(6 / inputs))
  }
  /// Variance 2/in, normal.
  ///
  /// Source: He et al. 2015.
  package static let heNormal = Initialization("he-normal") { inputs, _ in
    .normal(deviation: Elementary.squareRoot(2 / inputs))
  }
  /// Variance 1/in, normal.
  ///
  /// Source: LeCun et al. 1998.
  package static let leCunNormal = Initialization("lecun-normal") { inputs, _ in
    .normal(deviation: Elementary.squareRoot(1 / inputs))
  }
  /// Weights and biases uniform within 1/√in: the default of PyTorch's linear layer.
  package static let fanIn = Initialization("fan-in") { inputs, _ in
    .uniform(bound: 1 / Elementary.squareRoot(inputs))
  } biases: { inputs in
    .uniform(bound: 1 / Elementary.squareRoot(inputs))
  }

  /// Every law with a name.
  package static let all = [
    glorotUniform, glorotNormal, heUniform, heNormal, leCunNormal, fanIn,
  ]

  /// Weights from a normal distribution with a chosen standard deviation, biases 0.
  package static func normal(deviation: Double) -> Initialization {
    Initialization("normal(\(deviation))") { _, _ in .normal(deviation: deviation) }
  }

  private init(
    _ name: String, _ weights: @escaping @Sendable (Double, Double) -> Spread,
    biases: @escaping @Sendable (Double) -> Spread = { _ in .zero }
  ) {
    self.name = name
    self.weights = weights
    self.biases = biases
  }

  package static func == (a: Initialization, b: Initialization) -> Bool { a.name == b.name }
}
