import Numerics

extension Initialization {
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
}
