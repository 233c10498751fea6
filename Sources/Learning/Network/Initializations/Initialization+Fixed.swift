import Numerics

extension Initialization {
  /// All weights 0: the units of a layer stay copies of each other.
  package static let zeros = Initialization("zeros") { _, _ in .zero }

  /// Weights from a normal distribution with a chosen standard deviation, biases 0.
  package static func normal(deviation: Double) -> Initialization {
    Initialization("normal(\(deviation))") { _, _ in .normal(deviation: deviation) }
  }

  /// Weights uniform between −bound and bound, biases 0.
  package static func uniform(bound: Double) -> Initialization {
    Initialization("uniform(\(bound))") { _, _ in .uniform(bound: bound) }
  }
}
