import Numerics

/// Values as a Gaussian process takes them: of mean 0 and deviation 1, none far off.
///
/// What has no value counts as the worst. Far above the upper quartile a value says no more than that
/// it is bad.
struct StandardValues {
  let values: [Double]

  /// Where 0 went.
  let zero: Double

  /// The logarithm of the product of the slopes that led from the values to these: what their density
  /// is to be multiplied by to be one of the values themselves.
  let logSlope: Double

  /// - Parameter values: what was measured, the lower the better.
  init(_ values: [Double?]) {
    let known = values.compactMap { $0 }.filter(\.isFinite)
    let sorted = known.sorted()
    guard let worst = sorted.last else {
      self.values = [Double](repeating: 0, count: values.count)
      (zero, logSlope) = (0, 0)
      return
    }
    let (low, high) = (sorted[sorted.count / 4], sorted[sorted.count * 3 / 4])
    let bound = min(worst, high + 3 * (high - low))
    let cut = values.map { value -> Double in
      guard let value, value.isFinite else { return value == -.infinity ? sorted[0] : bound }
      return min(value, bound)
    }
    let mean = cut.reduce(0, +) / Double(cut.count)
    let square = cut.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(cut.count)
    let deviation = square > 0 && square.isFinite ? Elementary.squareRoot(square) : 1
    self.values = cut.map { ($0 - mean) / deviation }
    zero = (0 - mean) / deviation
    logSlope = -Double(known.count) * Elementary.log(deviation)
  }

  /// The logarithms of positive values; nil where one is not.
  init?(ratios values: [Double?]) {
    let known = values.compactMap { $0 }.filter { $0 < .infinity }
    guard !known.isEmpty, known.allSatisfy({ $0 > 0 }) else { return nil }
    let logs = StandardValues(values.map { $0.map(Elementary.log) })
    self.values = logs.values
    zero = logs.zero
    logSlope = known.reduce(logs.logSlope) { $0 - Elementary.log($1) }
  }
}
