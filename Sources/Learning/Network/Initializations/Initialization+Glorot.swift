import Numerics

extension Initialization {
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
}
