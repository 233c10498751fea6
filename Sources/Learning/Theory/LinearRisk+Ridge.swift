import Numerics

extension LinearRisk {
  /// The share λ/(λ + α) of the way that ridge regression goes in each direction.
  ///
  /// Ridge minimizes ½‖Xv − y‖²/n + ½α‖v‖². Source: Hastie, Tibshirani & Friedman 2009, section 3.4.1.
  /// - Parameter decay: α, at least 0.
  package func ridgeShares(_ decay: Double) -> [Double] {
    eigenvalues.map { $0 / ($0 + decay) }
  }

  /// How many directions a ridge fit has in effect: Σλ/(λ + α), from all of them down to 0.
  package func degreesOfFreedom(_ decay: Double) -> Double {
    ridgeShares(decay).reduce(0, +)
  }

  /// The part of ridge's risk that comes from weights that are held back.
  package func ridgeBias(_ decay: Double) -> Double { bias(learning: ridgeShares(decay)) }

  /// The part of ridge's risk that comes from noise in the targets.
  package func ridgeVariance(_ decay: Double) -> Double { variance(learning: ridgeShares(decay)) }

  /// The expected excess risk of ridge regression.
  package func ridgeRisk(_ decay: Double) -> Double { ridgeBias(decay) + ridgeVariance(decay) }

  /// The expected excess risk of gradient descent with endlessly short steps: shares 1 − exp(−λ·time).
  ///
  /// At most 1.6862 times that of ridge with α = 1/time: Ali, Kolter & Tibshirani 2019, theorem 1.
  package func flowRisk(_ time: Double) -> Double {
    let shares = eigenvalues.map { -Elementary.expm1(-$0 * time) }
    return bias(learning: shares) + variance(learning: shares)
  }

  private func bias(learning shares: [Double]) -> Double {
    var sum = 0.0
    for (index, share) in shares.enumerated() {
      let left = (1 - share) * weights[index]
      sum += eigenvalues[index] * left * left
    }
    return sum
  }

  private func variance(learning shares: [Double]) -> Double {
    shares.reduce(0) { $0 + noiseVariance / Double(examples) * $1 * $1 }
  }
}
