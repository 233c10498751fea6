import Numerics

/// Gradient descent on a linear model, with its expected risk in closed form.
///
/// The design has X'X/n = diag(λ) exactly and targets y = Xw + σε. Gradient descent on
/// ½‖Xv − y‖²/n from 0 shrinks the error of direction i by sᵢ = (1 − ηλᵢ)ᵗ after t steps and takes
/// up the share 1 − sᵢ of the noise, so the expected excess risk Σλᵢ(vᵢ − wᵢ)² is
/// Σ λᵢ[sᵢ²wᵢ² + σ²/(nλᵢ)(1 − sᵢ)²]: a bias that falls and a variance that rises.
/// Source: Ali, Kolter & Tibshirani 2019, "A continuous-time view of early stopping".
package struct LinearRisk: Sendable, Equatable {
  /// λ: the curvature in each direction, positive.
  package var eigenvalues: [Double]
  /// w: the true weights.
  package var weights: [Double]
  /// σ²: the variance of the targets' noise.
  package var noiseVariance: Double
  /// n: the number of training examples, at least as many as directions.
  package var examples: Int
  /// η: the length of a step per unit of slope.
  package var rate: Double

  /// - Precondition: one weight a direction, positive eigenvalues, no more directions than examples.
  package init(
    eigenvalues: [Double], weights: [Double], noiseVariance: Double, examples: Int, rate: Double
  ) {
    precondition(eigenvalues.count == weights.count, "one weight a direction")
    precondition(eigenvalues.allSatisfy { $0 > 0 }, "an eigenvalue is positive")
    precondition(eigenvalues.count <= examples, "directions need as many examples")
    self.eigenvalues = eigenvalues
    self.weights = weights
    self.noiseVariance = noiseVariance
    self.examples = examples
    self.rate = rate
  }

  /// The part of the risk that comes from weights not yet learnt.
  package func bias(_ steps: Int) -> Double {
    var sum = 0.0
    for (eigenvalue, weight) in zip(eigenvalues, weights) {
      let left = shrinkage(eigenvalue, steps) * weight
      sum += eigenvalue * left * left
    }
    return sum
  }

  /// The part of the risk that comes from noise learnt by heart.
  package func variance(_ steps: Int) -> Double {
    var sum = 0.0
    for eigenvalue in eigenvalues {
      let taken = 1 - shrinkage(eigenvalue, steps)
      sum += noiseVariance / Double(examples) * taken * taken
    }
    return sum
  }

  /// The expected excess risk after this many steps.
  package func risk(_ steps: Int) -> Double { bias(steps) + variance(steps) }

  /// The number of steps up to `limit` with the lowest expected risk.
  package func bestStep(upTo limit: Int) -> Int {
    var best = (step: 0, risk: risk(0))
    for step in stride(from: 1, through: limit, by: 1) {
      let risk = risk(step)
      if risk < best.risk { best = (step, risk) }
    }
    return best.step
  }

  /// s = (1 − ηλ)ᵗ by repeated squaring.
  private func shrinkage(_ eigenvalue: Double, _ steps: Int) -> Double {
    var (result, power, left) = (1.0, 1 - rate * eigenvalue, max(0, steps))
    while left > 0 {
      if left & 1 == 1 { result *= power }
      power *= power
      left >>= 1
    }
    return result
  }
}

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
