import Numerics

/// Mean run lengths of a CUSUM chart, by integral equations.
///
/// From a sum s the next is max(0, s + x − k), x ~ N(μ, 1), with an alarm above h. The mean number of steps
/// to it satisfies L(s) = 1 + L(0)Φ(k − μ − s) + ∫₀ʰ L(y)φ(y + k − μ − s)dy, here at 0 and at 80
/// Gauss–Legendre nodes. Sources: Page 1954, "Continuous inspection schemes"; Goel & Wu 1971.
struct RunLengths {
  static let nodes = 80

  let threshold: Double
  let allowance: Double

  /// The sums at which the equations are solved, 0 first, and the weights of the integral.
  private let places: [Double]
  private let weights: [Double]

  init(threshold: Double, allowance: Double) {
    self.threshold = threshold
    self.allowance = allowance
    let rule = GaussLegendre.shared
    places = [0] + rule.nodes.map { 0.5 * threshold * ($0 + 1) }
    weights = [0] + rule.weights.map { 0.5 * threshold * $0 }
  }

  /// The chances to go from place to place without an alarm, weights included, row by row.
  private func steps(mean: Double) -> [Double] {
    let size = places.count
    let scale = 1 / Elementary.squareRoot(2 * .pi)
    var result = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      let off = allowance - mean - places[row]
      result[row * size] = Elementary.normalDistribution(off)
      for first in stride(from: 1, to: size, by: 8) {
        let count = min(8, size - first)
        var z = SIMD8<Double>.zero
        for lane in 0..<count { z[lane] = places[first + lane] + off }
        let densities = Elementary.exp(-0.5 * z * z)
        for lane in 0..<count {
          let column = first + lane
          result[row * size + column] = weights[column] * scale * densities[lane]
        }
      }
    }
    return result
  }

  /// I minus so much of the chances to go on.
  private func equations(mean: Double, share: Double) -> LinearEquations {
    let size = places.count
    var matrix = steps(mean: mean).map { -share * $0 }
    for row in 0..<size { matrix[row * size + row] += 1 }
    return LinearEquations(matrix, size: size)
  }

  /// Mean steps to an alarm from every place; nil where they are over 1e9, and rounding would tell.
  private func lengths(mean: Double) -> [Double]? {
    guard siegmund(mean: mean) < 1e9 else { return nil }
    return equations(mean: mean, share: 1).solve(places.map { _ in 1 })
  }

  /// Mean steps to an alarm from a sum of 0; nil where they are over 1e9.
  func mean(shift: Double) -> Double? { lengths(mean: shift)?.first }

  /// Siegmund's approximation to the same (1985, "Sequential Analysis").
  func siegmund(mean: Double) -> Double {
    let drift = mean - allowance
    let height = threshold + 1.166
    let exponent = 2 * drift * height
    if abs(exponent) < 1e-4 { return height * height }
    return (Elementary.exp(-exponent) + exponent - 1) / (2 * drift * drift)
  }

  /// What happens from one tuning to the next in expectation.
  struct Cycle {
    /// Steps with settings that fit.
    var tuned: Double

    /// Steps with stale settings; infinite where no alarm comes.
    var stale: Double

    /// The chance that the settings were stale when the alarm came.
    var wasStale: Double

    /// Mean steps to an alarm from a sum of 0 after a change; nil where they are over 1e9.
    var delay: Double?

    /// What a step costs over very many cycles: reward over length of a renewal.
    func cost(tuning: Double) -> Double {
      stale.isFinite ? (tuning + stale) / (tuned + stale) : 1
    }
  }

  /// The cycle where a change comes with probability p at each step, just before its number.
  ///
  /// From a sum s the steps that fit are T(s) = (1 − p)(1 + ∫T), and the stale ones V(s) = pD(s) +
  /// (1 − p)∫V with D those after a change, both integrals without a shift.
  func cycle(shift: Double, changeRate: Double) -> Cycle {
    let equations = equations(mean: 0, share: 1 - changeRate)
    let tuned = equations.solve(places.map { _ in 1 - changeRate })
    let wasStale = equations.solve(places.map { _ in changeRate })
    let changed = lengths(mean: shift)
    let stale = changed.map { equations.solve($0.map { changeRate * $0 })[0] }
    return Cycle(
      tuned: tuned[0], stale: stale ?? .infinity, wasStale: wasStale[0], delay: changed?.first)
  }
}

/// Nodes and weights of Gauss–Legendre quadrature on [−1, 1].
///
/// Newton's method on the Legendre polynomial from cosines. Source: Press et al., "Numerical Recipes".
struct GaussLegendre {
  let nodes: [Double]
  let weights: [Double]

  /// That of the run lengths.
  static let shared = GaussLegendre(RunLengths.nodes)

  init(_ count: Int) {
    let size = Double(count)
    let pairs = (0..<count).map { index in
      var x = Elementary.cos(.pi * (Double(index) + 0.75) / (size + 0.5))
      var slope = 1.0
      for _ in 0..<12 {
        var (value, before) = (1.0, 0.0)
        for order in 0..<count {
          let degree = Double(order)
          (value, before) = (
            ((2 * degree + 1) * x * value - degree * before) / (degree + 1), value
          )
        }
        slope = size * (x * value - before) / (x * x - 1)
        x -= value / slope
      }
      return (x, 2 / ((1 - x * x) * slope * slope))
    }
    nodes = pairs.map(\.0)
    weights = pairs.map(\.1)
  }
}

/// A square system of linear equations, factored once by elimination with row exchanges.
struct LinearEquations {
  private let size: Int
  private var factors: [Double]
  private var order: [Int]

  init(_ matrix: [Double], size: Int) {
    self.size = size
    factors = matrix
    order = Array(0..<size)
    for pivot in 0..<size {
      var largest = pivot
      for row in pivot..<size
      where abs(factors[row * size + pivot]) > abs(factors[largest * size + pivot]) {
        largest = row
      }
      if largest != pivot {
        order.swapAt(pivot, largest)
        for column in 0..<size {
          factors.swapAt(pivot * size + column, largest * size + column)
        }
      }
      eliminate(pivot)
    }
  }

  /// Takes a finished row off all rows below it.
  private mutating func eliminate(_ pivot: Int) {
    factors.withUnsafeMutableBufferPointer { factors in
      let done = pivot * size
      for row in pivot + 1..<max(size, pivot + 1) {
        let first = row * size
        let share = factors[first + pivot] / factors[done + pivot]
        factors[first + pivot] = share
        for column in pivot + 1..<size { factors[first + column] -= share * factors[done + column] }
      }
    }
  }

  func solve(_ right: [Double]) -> [Double] {
    var x = order.map { right[$0] }
    x.withUnsafeMutableBufferPointer { x in
      factors.withUnsafeBufferPointer { factors in
        for row in 0..<size {
          var rest = x[row]
          for column in 0..<row { rest -= factors[row * size + column] * x[column] }
          x[row] = rest
        }
        for row in stride(from: size - 1, through: 0, by: -1) {
          var rest = x[row]
          for column in row + 1..<max(size, row + 1) {
            rest -= factors[row * size + column] * x[column]
          }
          x[row] = rest / factors[row * size + row]
        }
      }
    }
    return x
  }
}
