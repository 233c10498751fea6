import Tuning

/// How far the criteria of an exercise are inside their bounds, in units of what seeds change.
package struct NoiseMargin: Sendable, Hashable {
  /// Standard deviations over seeds from the median of a criterion's metric to its bound: the smallest
  /// over all criteria, negative outside.
  package let deviations: Double

  /// The index of the criterion that is nearest to its bound.
  package let criterion: Int

  /// - Parameters:
  ///   - criteria: what has to hold.
  ///   - values: those of the criteria's metrics in order, seed by seed.
  /// - Returns: nil if no metric varies.
  package init?(of criteria: [Criterion], _ values: [[Double?]]) {
    var nearest: (deviations: Double, criterion: Int)?
    for (index, criterion) in criteria.enumerated() {
      let found = values.compactMap { $0[index] }.filter(\.isFinite)
      guard found.count > 1, let median = Median.of(found.map { $0 }) else { continue }
      guard let deviation = Spread.deviation(of: found) else { continue }
      let distance = criterion.distance(of: median) / deviation
      guard distance < nearest?.deviations ?? .infinity else { continue }
      nearest = (distance, index)
    }
    guard let nearest else { return nil }
    deviations = nearest.deviations
    criterion = nearest.criterion
  }
}

/// How much numbers differ.
enum Spread {
  /// The spread, as a share of the mean, up to which it is rounding and no difference.
  private static let rounding = 1e-9

  /// The standard deviation of the finite ones among some numbers; nil if they do not differ.
  static func deviation(of numbers: [Double]) -> Double? {
    let found = numbers.filter(\.isFinite)
    guard found.count > 1 else { return nil }
    let mean = found.reduce(0, +) / Double(found.count)
    let squares = found.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    let deviation = (squares / Double(found.count - 1)).squareRoot()
    return deviation > rounding * abs(mean) ? deviation : nil
  }
}
