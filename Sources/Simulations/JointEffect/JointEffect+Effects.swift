/// A table of values over all combinations of some factors, taken apart exactly.
///
/// The effect of a set of factors is the mean over all others less the effects of its subsets. Effects
/// are orthogonal, so that their mean squares add up to the variance (functional analysis of variance).
/// Source: Hooker 2007, "Generalized functional ANOVA diagnostics for high-dimensional functions of
/// dependent variables".
struct FactorialEffects {
  /// The mean of all values.
  let mean: Double

  /// The variance of the values.
  let variance: Double

  /// The mean square of the effect of each set of factors.
  private let squares: [Set<Int>: Double]

  /// - Parameter values: One a combination, the last factor running fastest.
  /// - Precondition: as many values as combinations.
  init(counts: [Int], values: [Double]) {
    precondition(values.count == counts.reduce(1, *), "one value a combination")
    let total = Double(values.count)
    let mean = values.reduce(0, +) / total
    var rest = values.map { $0 - mean }
    variance = rest.reduce(0) { $0 + $1 * $1 } / total
    self.mean = mean

    // What smaller sets explain is taken off before the larger ones are looked at.
    let sets = (1..<(1 << counts.count)).map { bits in
      Set(counts.indices.filter { bits >> $0 & 1 == 1 })
    }
    var squares: [Set<Int>: Double] = [:]
    for factors in sets.sorted(by: { $0.count < $1.count }) {
      let effect = Self.means(rest, counts, over: factors)
      for index in rest.indices { rest[index] -= effect[index] }
      squares[factors] = effect.reduce(0) { $0 + $1 * $1 } / total
    }
    self.squares = squares
  }

  /// The share of the variance that a set of factors explains, beyond its subsets; 0 where nothing
  /// varies.
  func share(_ factors: Set<Int>) -> Double {
    variance > 0 ? (squares[factors] ?? 0) / variance : 0
  }

  /// The mean of the values that agree in some factors, at every combination.
  private static func means(_ values: [Double], _ counts: [Int], over factors: Set<Int>)
    -> [Double]
  {
    // The place of a combination in the table of those factors alone.
    let places = values.indices.map { index in
      var (rest, place, size) = (index, 0, 1)
      for factor in counts.indices.reversed() {
        if factors.contains(factor) {
          place += rest % counts[factor] * size
          size *= counts[factor]
        }
        rest /= counts[factor]
      }
      return place
    }
    let size = factors.reduce(1) { $0 * counts[$1] }
    var sums = [Double](repeating: 0, count: size)
    for (index, place) in places.enumerated() { sums[place] += values[index] }
    let share = Double(size) / Double(values.count)
    return places.map { sums[$0] * share }
  }
}
