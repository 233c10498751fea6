import Learning

/// The heavy ball on ½w² with noisy slopes, its mean and covariance known exactly.
///
/// A step is v ← βv + w + ε, w ← w − ηv with a standard normal ε. Source of the stationary variance:
/// the fixed point of this recursion; see also Mandt, Hoffman & Blei 2017, section 5.2.
struct NoisyHeavyBall {
  /// Where w starts; the velocity starts at 0.
  static let start = 5.0

  /// The learning rate η, above 0 and below 2.
  let rate: Double

  /// The momentum β, in [0, 1).
  let momentum: Double

  /// What is expected of w and the velocity v.
  struct State {
    /// The mean of w.
    var mean = NoisyHeavyBall.start

    /// The mean of v.
    var velocity = 0.0

    /// The variances of w and v, and their covariance.
    var (variance, velocityVariance, covariance) = (0.0, 0.0, 0.0)

    var squaredError: Double { mean * mean + variance }
  }

  /// What a steady slope of 1 adds up to, the sum of η, ηβ, ηβ² and so on.
  var effectiveRate: Double { rate / (1 - momentum) }

  /// The variance of w that is left in the long run.
  var noiseFloor: Double {
    rate * (1 + momentum) / ((1 - momentum) * (2 * (1 + momentum) - rate))
  }

  /// The states before the first step and after each.
  func states(after steps: Int) -> [State] {
    var state = State()
    return [state]
      + (0..<steps).map { _ in
        let before = state
        state.velocity = momentum * before.velocity + before.mean
        state.mean = before.mean - rate * state.velocity
        // Of v' = βv + w + ε, and of w' = w − ηv'.
        let cross = momentum * before.covariance + before.variance
        state.velocityVariance =
          momentum * momentum * before.velocityVariance + 2 * momentum * before.covariance
          + before.variance + 1
        state.variance =
          before.variance - 2 * rate * cross + rate * rate * state.velocityVariance
        state.covariance = cross - rate * state.velocityVariance
        return state
      }
  }
}
