import Learning

/// A linear model of five directions, trained with slopes that are off, its risk known exactly.
///
/// In direction i the slope of half the mean squared error is λ(v − ŵ), where ŵ is the least-squares
/// fit, off by an error of variance τ²λ as that of a batch is. So after t steps the share 1 − (1 − ηλ)ᵗ
/// is learned, and the errors add the variance ητ²(1 − (1 − ηλ)²ᵗ)/(2 − ηλ) in expectation.
struct StoppingProblem {
  /// The curvatures λ of the five directions.
  static let eigenvalues = [4, 1, 0.25, 0.06, 0.015]

  /// The direction whose share is reported: neither learned at once nor hardly at all.
  static let middle = 2

  /// The model trained on exact slopes; the noise in its targets has a variance of 1.
  let linear: LinearRisk

  /// The scale τ of a slope's error.
  let slopeNoise: Double

  init(rate: Double, trainingSize: Int, slopeNoise: Double) {
    linear = LinearRisk(
      eigenvalues: Self.eigenvalues, weights: Self.eigenvalues.map { _ in 0.6 },
      noiseVariance: 1, examples: trainingSize, rate: rate)
    self.slopeNoise = slopeNoise
  }

  /// The share of the way to ŵ that is learned along a direction after so many steps.
  func share(_ eigenvalue: Double, after steps: Int) -> Double {
    1 - (1 - linear.rate * eigenvalue).raised(to: steps)
  }

  /// The expected loss on new examples beyond that of the true weights.
  func risk(after steps: Int) -> Double {
    var sum = linear.risk(steps)
    for eigenvalue in linear.eigenvalues {
      let factor = 1 - linear.rate * eigenvalue
      let gathered = 1 - (factor * factor).raised(to: steps)
      sum +=
        linear.rate * eigenvalue * slopeNoise * slopeNoise * gathered
        / (2 - linear.rate * eigenvalue)
    }
    return sum
  }

  /// The weight decay whose ridge regression resembles so many steps: 1/(η·steps).
  func equivalentDecay(after steps: Int) -> Double { 1 / (linear.rate * Double(max(1, steps))) }

  /// The largest ratio of the risk to that of the equivalent ridge regression, whose slopes are exact.
  func riskOverRidge(upTo steps: Int) -> Double {
    (1...max(1, steps)).reduce(0) {
      max($0, risk(after: $1) / linear.ridgeRisk(equivalentDecay(after: $1)))
    }
  }
}
