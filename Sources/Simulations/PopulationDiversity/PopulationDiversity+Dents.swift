import Numerics

/// Rastrigin's function over the unit cube.
///
/// Source: Mühlenbein, Schomisch & Born 1991, "The parallel genetic algorithm as function optimizer",
/// Parallel Computing 17.
enum DentedBowl {
  /// What an axis adds at a place from 0 to 1: 0 in the middle, which is the best.
  static func height(_ place: Double) -> Double {
    let x = 10.24 * (place - 0.5)
    return 10 + x * x - 10 * Elementary.cos(2 * .pi * x)
  }

  /// The same at eight places at a time, with the same bits.
  static func height(_ places: SIMD8<Double>) -> SIMD8<Double> {
    let x = 10.24 * (places - 0.5)
    return 10 + x * x - 10 * Elementary.cos(2 * .pi * x)
  }

  /// The heights at many places, eight at a time; each has the bits of ``height(_:)``.
  static func heights(_ places: [Double]) -> [Double] {
    var heights = places
    for first in stride(from: 0, to: places.count - 7, by: 8) {
      var eight = SIMD8<Double>()
      for lane in 0..<8 { eight[lane] = places[first + lane] }
      let high = height(eight)
      for lane in 0..<8 { heights[first + lane] = high[lane] }
    }
    for place in places.count / 8 * 8..<places.count { heights[place] = height(places[place]) }
    return heights
  }

  /// What the best of so many random places has in expectation: ∫ (1 − F(loss))ⁿ.
  static func random(dimensions: Int, places: Int) -> Double {
    let shares = shares[dimensions - 1]
    // A sum of heights each in the middle of its bin cannot be less than half a bin each.
    var (sum, above) = (Double(dimensions - 1) / 2, 1.0)
    for share in shares {
      // Within a bin the losses are spread evenly.
      sum += max(0, above - share / 2).raised(to: places)
      above -= share
    }
    return sum * bin
  }

  /// The width of the bins in which heights are counted.
  private static let bin = 1.0 / 16

  /// The shares of the losses by bin, for one axis, two and so on: each by adding one more axis.
  private static let shares: [[Double]] = {
    let places = 1 << 15
    var counts: [Double] = []
    for place in 0..<places {
      // Either side of the middle is like the other.
      let found = Int(height((Double(place) + 0.5) / Double(2 * places)) / bin)
      while counts.count <= found { counts.append(0) }
      counts[found] += 1 / Double(places)
    }
    var all = [counts]
    for _ in 1..<5 {
      let fewer = all[all.count - 1]
      var more = [Double](repeating: 0, count: fewer.count + counts.count - 1)
      for (one, share) in fewer.enumerated() where share > 0 {
        for (other, count) in counts.enumerated() { more[one + other] += share * count }
      }
      all.append(more)
    }
    return all
  }()
}
