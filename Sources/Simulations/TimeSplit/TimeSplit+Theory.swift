/// The errors of a series with correlation φ that is predicted by its nearest value trained on.
///
/// At a distance D the error is 2(1 − φᴰ), and 1 − φ²ᴰ if the value is shrunk by φᴰ. With a share p of
/// the values left out at random, D exceeds d with probability p²ᵈ; in the future D runs from 1 to H.
struct SplitTheory {
  let correlation: Double
  let testShare: Double
  let horizon: Int
  let model: TimeSplit.Model

  /// The mean of rᴰ over a random split: (1 − p²)r/(1 − p²r).
  private func meanOfRandom(_ ratio: Double) -> Double {
    let square = testShare * testShare
    return (1 - square) * ratio / (1 - square * ratio)
  }

  /// The mean of rᴰ over the future: r(1 − rᴴ)/(H(1 − r)).
  private func meanOfFuture(_ ratio: Double) -> Double {
    ratio * (1 - ratio.raised(to: horizon)) / (Double(horizon) * (1 - ratio))
  }

  private func error(_ mean: (Double) -> Double) -> Double {
    switch model {
    case .nearest: 2 * (1 - mean(correlation))
    case .shrunken: 1 - mean(correlation * correlation)
    case .mean: 1
    }
  }

  var randomError: Double { error(meanOfRandom) }
  var futureError: Double { error(meanOfFuture) }
}
