import Numerics

extension Initialization {
  /// Variance 1/in, uniform.
  ///
  /// Source: LeCun et al. 1998.
  package static let leCunUniform = Initialization("lecun-uniform") { inputs, _ in
    .uniform(bound: Elementary.squareRoot(3 / inputs))
  }

  /// Variance 1/in, normal.
  ///
  /// Source: LeCun et al. 1998.
  package static let leCunNormal = Initialization("lecun-normal") { inputs, _ in
    .normal(deviation: Elementary.squareRoot(1 / inputs))
  }
}
