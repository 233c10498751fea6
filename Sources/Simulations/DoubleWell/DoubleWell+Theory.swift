import Learning
import Numerics

/// A loss with two valleys of curvature 1, made of three parabolas that join without a kink.
///
/// Between −½ and ½ the curve bends down, beyond it up, and a tilt makes the right valley the
/// deeper one: minima at −1 + τ and 1 + τ, the top between them at −τ.
enum TiltedWells {
  static let tilt = 0.2
  static let poorMinimum = -1 + tilt
  static let goodMinimum = 1 + tilt
  static let top = -tilt

  /// How high the top lies above the poor minimum: (1 − 2τ)²/4.
  static let barrier = (1 - 2 * tilt) * (1 - 2 * tilt) / 4

  /// The loss, 0 at the good minimum.
  static func loss(_ w: Double) -> Double {
    let level =
      w < -0.5 ? (w + 1) * (w + 1) / 2 : w > 0.5 ? (w - 1) * (w - 1) / 2 : 0.25 - w * w / 2
    return level - tilt * w + tilt + tilt * tilt / 2
  }

  static func slope(_ w: Double) -> Double {
    (w < -0.5 ? w + 1 : w > 0.5 ? w - 1 : -w) - tilt
  }
}

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

/// Where a single chain is after each step, as probabilities over a fine grid.
///
/// The midpoint rule for p(w′) = ∫ p(w) φ((w′ − mean(w))/s)/s dw, with cells of half a step's spread
/// s or 0.05, whichever is less, each row scaled to add up to 1. A cell begins at the top of the
/// barrier. The first step, from one point, is exact. Cells half as wide change a share by less
/// than 0.002; a test holds that.
struct ChainLaw {
  /// The probability of the good side after 0, 1, 2 … steps.
  private(set) var shares: [Double]

  /// The middle of every cell, in order.
  let places: [Double]

  /// Probabilities of the cells at the steps asked for.
  private(set) var snapshots: [(step: Int, probabilities: [Double])] = []

  let multiplyAdds: Int

  /// Numbers held at once.
  let numbers: Int

  /// How many spreads a step is followed to either side.
  private static let cut = 6.0

  /// How many times the law is kept for a picture.
  static let pictures = 40

  init(_ walk: NoisyWalk, steps: Int, refined: Double = 1) {
    let width = min(walk.spread / 2, 0.05) / refined
    let low = TiltedWells.poorMinimum - 7 * walk.reach
    let high = TiltedWells.goodMinimum + 7 * walk.reach
    let left = Int(((TiltedWells.top - low) / width).rounded(.up))
    let right = Int(((high - TiltedWells.top) / width).rounded(.up))
    let places = (0..<left + right).map {
      TiltedWells.top + (Double($0 - left) + 0.5) * width
    }
    func row(_ mean: Double) -> (first: Int, weights: [Double]) {
      let center = (mean - places[0]) / width
      let radius = Self.cut * walk.spread / width
      let first = min(max(0, Int((center - radius).rounded(.up))), places.count - 1)
      let last = max(first, min(places.count - 1, Int((center + radius).rounded(.down))))
      var weights = (first...last).map { index in
        let distance = (places[index] - mean) / walk.spread
        return Elementary.exp(-distance * distance / 2)
      }
      let sum = weights.reduce(0, +)
      for index in weights.indices { weights[index] /= sum }
      return (first, weights)
    }
    let rows = places.map { row(walk.mean(from: $0)) }
    let wanted = Set((1...Self.pictures).map { max(1, $0 * steps / Self.pictures) })

    var now = [Double](repeating: 0, count: places.count)
    let start = row(walk.mean(from: TiltedWells.poorMinimum))
    for (index, weight) in start.weights.enumerated() { now[start.first + index] = weight }
    var shares = [0.0]
    var snapshots: [(step: Int, probabilities: [Double])] = []
    var next = now
    for step in 1...max(1, steps) {
      if step > 1 {
        for index in next.indices { next[index] = 0 }
        for (index, row) in rows.enumerated() where now[index] > 0 {
          Self.add(row.weights, times: now[index], to: &next, from: row.first)
        }
        swap(&now, &next)
      }
      shares.append(now[left...].reduce(0, +))
      if wanted.contains(step) { snapshots.append((step, now)) }
    }
    self.shares = shares
    self.places = places
    self.snapshots = snapshots
    numbers = rows.reduce(0) { $0 + $1.weights.count } + places.count * (3 + snapshots.count)
    multiplyAdds = (steps - 1) * rows.reduce(0) { $0 + $1.weights.count }
  }

  private static func add(
    _ weights: [Double], times factor: Double, to sums: inout [Double], from first: Int
  ) {
    weights.withUnsafeBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        for index in weights.indices { sums[first + index] += factor * weights[index] }
      }
    }
  }
}
