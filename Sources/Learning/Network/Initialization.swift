import Numerics

/// The law from which a layer's initial weights are drawn.
///
/// A new one is a constant in `Initializations` and a line in `all`. Biases begin at 0 unless it
/// says otherwise.
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

    /// So many draws, the same as one after the other.
    package func draws(_ count: Int, from stream: inout RandomStream) -> [Double] {
      switch self {
      case .zero: Array(repeating: 0, count: count)
      case .uniform: (0..<count).map { _ in draw(from: &stream) }
      case .normal(let deviation): stream.normals(count).map { deviation * $0 }
      }
    }
  }

  package let name: String
  /// The spread of the weights of a layer with this many inputs and outputs.
  let weights: @Sendable (_ inputs: Double, _ outputs: Double) -> Spread
  let biases: @Sendable (_ inputs: Double) -> Spread

  /// Every law whose spread follows from a layer's shape.
  package static let all = [
    zeros, glorotUniform, glorotNormal, heUniform, heNormal, leCunUniform, leCunNormal, fanIn,
  ]

  init(
    _ name: String, _ weights: @escaping @Sendable (Double, Double) -> Spread,
    biases: @escaping @Sendable (Double) -> Spread = { _ in .zero }
  ) {
    self.name = name
    self.weights = weights
    self.biases = biases
  }

  package static func == (a: Initialization, b: Initialization) -> Bool { a.name == b.name }
}
