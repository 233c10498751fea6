import Learning

/// Stochastic gradient descent on ½λw², its error known exactly at any rates.
///
/// A step at rate η leaves w ← (1 − ηλ)w − ησε with a standard normal ε. So what is left of the
/// start is b ← (1 − ηλ)²b from 25, and the variance is v ← (1 − ηλ)²v + η²σ² from 0; the expected
/// square of w is b + v.
struct NoisyBowl {
  /// Where w starts.
  static let start = 5.0

  /// The curvature λ, above 0 and at most 1.
  let curvature: Double

  /// The standard deviation σ of a slope's error.
  let noise: Double

  /// The two parts of the expected square.
  struct Error: Equatable {
    /// What is left of the start, squared.
    var start = NoisyBowl.start * NoisyBowl.start

    /// The variance.
    var noise = 0.0

    var squaredError: Double { start + noise }
  }

  /// The error before the first step and after each.
  func errors(at rates: [Double]) -> [Error] {
    var error = Error()
    return [error]
      + rates.map { rate in
        let kept = (1 - rate * curvature) * (1 - rate * curvature)
        error.start *= kept
        error.noise = kept * error.noise + rate * rate * noise * noise
        return error
      }
  }

  /// The error after so many steps at one rate, in closed form; the rate is above 0 and below 2/λ.
  func error(atConstant rate: Double, after steps: Int) -> Error {
    let factor = 1 - rate * curvature
    let kept = (factor * factor).raised(to: steps)
    // 1 − (1 − ηλ)², without the digits that the difference would lose.
    let lost = rate * curvature * (2 - rate * curvature)
    return Error(
      start: Self.start * Self.start * kept, noise: rate * rate * noise * noise * (1 - kept) / lost)
  }

  /// The constant rate that leaves the least error after so many steps.
  ///
  /// Past 1/λ a higher rate forgets less of the start and adds more noise, so the best is between 0
  /// and 1/λ; looked for in steps of a tenth, then in thirds.
  func bestConstant(after steps: Int) -> (rate: Double, error: Double) {
    func error(_ rate: Double) -> Double {
      self.error(atConstant: rate, after: steps).squaredError
    }
    let coarse = 1.1
    let highest = 1 / curvature
    var best = highest
    var rate = highest
    while rate > 1e-4 * highest {
      rate /= coarse
      if error(rate) < error(best) { best = rate }
    }
    var (low, high) = (best / coarse, min(highest, best * coarse))
    for _ in 0..<60 {
      let third = (high - low) / 3
      if error(low + third) < error(high - third) { high -= third } else { low += third }
    }
    // The end of the range is not reached by thirds.
    let inside = (low + high) / 2
    best = error(highest) <= error(inside) ? highest : inside
    return (best, error(best))
  }

  /// The least expected square that any rates leave, even if each is chosen knowing the error so far.
  ///
  /// A step is best at η = λe/(λ²e + σ²), which leaves 1/e ← 1/e + λ²/σ².
  func leastError(after steps: Int) -> Double {
    guard noise > 0 else { return steps > 0 ? 0 : Self.start * Self.start }
    let ratio = curvature / noise
    return 1 / (1 / (Self.start * Self.start) + Double(steps) * ratio * ratio)
  }
}
