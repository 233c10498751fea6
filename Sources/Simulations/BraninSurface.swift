import Numerics

/// Branin's function over the unit square.
///
/// Source: Branin 1972, as in Jones, Schonlau & Welch 1998, "Efficient global optimization of expensive
/// black-box functions", Journal of Global Optimization 13.
enum BraninSurface {
  /// The lowest value, 10/(8π).
  static let lowest = 10 / (8 * Double.pi)

  /// The square in the function's own units.
  static let square = (x1: -5.0...10.0, x2: 0.0...15.0)

  /// A point of the unit square in the function's own units.
  static func place(_ x: Double, _ y: Double) -> (x1: Double, x2: Double) { (15 * x - 5, 15 * y) }

  /// The value at x and y, each from 0 to 1.
  static func value(_ x: Double, _ y: Double) -> Double {
    let (x, y) = place(x, y)
    let bend = y - 5.1 / (4 * .pi * .pi) * x * x + 5 / .pi * x - 6
    return bend * bend + 10 * (1 - 1 / (8 * .pi)) * Elementary.cos(x) + 10
  }

  /// How far the value at a point is above the lowest; 0 where rounding makes it less.
  static func regret(_ point: [Double]) -> Double { max(0, value(point[0], point[1]) - lowest) }

  /// The regrets at the middles of 200 × 200 cells, in ascending order.
  private static let sorted: [Double] = {
    let side = 200
    let middles = (0..<side).map { (Double($0) + 0.5) / Double(side) }
    return middles.flatMap { y in middles.map { regret([$0, y]) } }.sorted()
  }()

  /// What the best of so many random points leaves in expectation: ∫ (1 − F(r))ⁿ dr.
  static func randomRegret(after looks: Int) -> Double {
    expected.indices.contains(looks) ? expected[looks] : integral(looks)
  }

  /// That of every number of looks that `branin-search` takes: its figure asks for all, and they are
  /// always the same.
  private static let expected = (0..<50).map(integral)

  private static func integral(_ looks: Int) -> Double {
    let count = Double(sorted.count)
    var (sum, last) = (0.0, 0.0)
    for (rank, regret) in sorted.enumerated() {
      sum += (regret - last) * (1 - Double(rank) / count).raised(to: looks)
      last = regret
    }
    return sum
  }
}
