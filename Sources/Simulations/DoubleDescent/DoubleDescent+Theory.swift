import Learning
import Numerics

/// The expected excess error of minimum-norm least squares on standard normal features.
///
/// With n examples, p features, β_in the true weights of those and β_out of the others:
/// for p < n − 1, (σ² + ‖β_out‖²) · p/(n − p − 1) + ‖β_out‖²; for p > n + 1,
/// ‖β_in‖²(1 − n/p) + (σ² + ‖β_out‖²) · n/(p − n − 1) + ‖β_out‖²; infinite between.
///
/// Source: Belkin, Hsu & Xu 2020, theorem 1, less the noise of the new example.
struct RandomFeatureRisk {
  /// The true weights β; their squares add up to 1.
  let weights: [Double]

  /// n, at least 1.
  let examples: Int

  /// σ, the standard deviation of the noise.
  let noise: Double

  init(strengths: DoubleDescent.Strengths, examples: Int, noise: Double) {
    let squares = (1...DoubleDescent.available).map { number in
      strengths == .equal ? 1 : 1 / Double(number * number)
    }
    let sum = squares.reduce(0, +)
    weights = squares.map { Elementary.squareRoot($0 / sum) }
    self.examples = examples
    self.noise = noise
  }

  /// ‖β_out‖²: the squared weights beyond the first so many features.
  func missed(_ features: Int) -> Double {
    weights.dropFirst(features).reduce(0) { $0 + $1 * $1 }
  }

  /// The expected excess error; nil where it is infinite, for n − 1, n and n + 1 features.
  func risk(_ features: Int) -> Double? {
    let (p, n) = (Double(features), Double(examples))
    let out = missed(features)
    let disturbance = noise * noise + out
    if features < examples - 1 { return disturbance * p / (n - p - 1) + out }
    if features > examples + 1 {
      let kept = weights.prefix(features).reduce(0) { $0 + $1 * $1 }
      return kept * (1 - n / p) + disturbance * n / (p - n - 1) + out
    }
    return nil
  }
}
