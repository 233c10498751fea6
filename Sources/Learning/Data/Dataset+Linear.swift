import Numerics

extension Dataset {
  /// A linear problem with a chosen spectrum: y = Xw + `noise`·ε, and X'X/n = diag(λ).
  ///
  /// The columns of X are the scaled cosines of `LinearRisk.design`, orthogonal up to rounding, so
  /// they depend on `count`; the noise of a smaller `count` is that of the first rows.
  /// - Precondition: positive eigenvalues, one weight each, no more of them than rows.
  package static func linear(
    count: Int, noise: Double, eigenvalues: [Double] = [4, 1, 0.25, 0.06, 0.015],
    weights: [Double] = Array(repeating: 0.6, count: 5), from stream: inout RandomStream
  ) -> Dataset {
    let problem = LinearRisk(
      eigenvalues: eigenvalues, weights: weights, noiseVariance: noise * noise, examples: count,
      rate: 0)
    let design = problem.design
    let targets = (0..<count).map { row in
      var sum = 0.0
      for (column, weight) in weights.enumerated() {
        sum += design[row * weights.count + column] * weight
      }
      return sum + noise * stream.normal()
    }
    return Dataset(features: design, targets: targets, columns: weights.count)
  }
}
