import Numerics

/// The error of a tracker at a constant rate, behind a target that walks at random.
///
/// With steps of variance q and noise of variance 1 the squared error settles at
/// (η² + q)/(η(2 − η)), which is least at η = (√(q² + 4q) − q)/2, where it is η + q.
/// Source: the steady state of the Kalman filter for a random walk; Harvey 1989, "Forecasting,
/// Structural Time Series Models and the Kalman Filter".
enum TrackerTheory {
  static func error(rate: Double, drift: Double) -> Double {
    (rate * rate + drift) / (rate * (2 - rate))
  }

  static func bestRate(drift: Double) -> Double {
    0.5 * (Elementary.squareRoot(drift * drift + 4 * drift) - drift)
  }
}
