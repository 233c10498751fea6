import Learning
import Numerics

/// Gradient descent whose slopes are off by chance: w ← w − η·(slope + σ·ξ/√B), ξ standard normal.
struct NoisyWalk {
  /// The deviation σ of the slope of a single sample.
  static let deviation = 3.0

  let rate: Double
  let batchSize: Int

  /// How far a step is off, as a standard deviation.
  var spread: Double { rate * Self.deviation / Elementary.squareRoot(Double(batchSize)) }

  /// Where a step leads on average.
  func mean(from w: Double) -> Double { w - rate * TiltedWells.slope(w) }

  /// ησ²/(2B): noise of small steps moves parameters like heat of this temperature.
  var temperature: Double { spread * spread / (2 * rate) }

  var barrierOverNoise: Double { TiltedWells.barrier / temperature }

  /// The standard deviation far out, where the loss is one parabola: s²/(η(2 − η)), rooted.
  var reach: Double { spread / Elementary.squareRoot(rate * (2 - rate)) }

  /// The share of e^(−loss/T) that lies right of the top.
  ///
  /// Boltzmann's law is the walk's long run in the limit of small rates; midpoint rule.
  var longRunShare: Double {
    let farthest = TiltedWells.goodMinimum - TiltedWells.top + 8 * reach
    let width = farthest / 4000
    var (left, right) = (0.0, 0.0)
    for index in 0..<4000 {
      let distance = (Double(index) + 0.5) * width
      left += weight(TiltedWells.top - distance)
      right += weight(TiltedWells.top + distance)
    }
    return right / (left + right)
  }

  private func weight(_ w: Double) -> Double { Elementary.exp(-TiltedWells.loss(w) / temperature) }
}
