import Numerics

/// Values as a Gaussian process takes them: of mean 0 and deviation 1, none far off.
///
/// What has no value counts as the worst. Positive values may be taken by their logarithm, whichever
/// is likelier to be a normal distribution's (Box & Cox 1964, "An analysis of transformations", with
/// the two exponents 1 and 0). Far above the upper quartile a value says no more than that it is bad.
struct StandardValues {
  let values: [Double]

  /// Where 0 went.
  let zero: Double

  /// - Parameters:
  ///   - values: what was measured, the lower the better.
  ///   - isKeepingZero: whether 0 has to stay where it can be found.
  init(_ values: [Double?], isKeepingZero: Bool = false) {
    let finite = values.compactMap { $0 }.filter(\.isFinite)
    let isByRatio = !isKeepingZero && Self.isByRatio(finite)
    let known = isByRatio ? finite.map(Elementary.log) : finite
    let sorted = known.sorted()
    guard let worst = sorted.last else {
      self.values = [Double](repeating: 0, count: values.count)
      zero = 0
      return
    }
    let (low, high) = (sorted[sorted.count / 4], sorted[sorted.count * 3 / 4])
    let bound = min(worst, high + 3 * (high - low))
    let cut = values.map { value -> Double in
      guard let value, value.isFinite else { return value == -.infinity ? sorted[0] : bound }
      return min(isByRatio ? Elementary.log(value) : value, bound)
    }
    let mean = cut.reduce(0, +) / Double(cut.count)
    let square = cut.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(cut.count)
    let deviation = square > 0 && square.isFinite ? Elementary.squareRoot(square) : 1
    self.values = cut.map { ($0 - mean) / deviation }
    zero = (0 - mean) / deviation
  }

  /// Whether positive values are likelier by their logarithms.
  private static func isByRatio(_ values: [Double]) -> Bool {
    guard values.count > 2, values.allSatisfy({ $0 > 0 }) else { return false }
    let logs = values.map(Elementary.log)
    let count = Double(values.count)
    func spread(_ values: [Double]) -> Double {
      let mean = values.reduce(0, +) / count
      return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    }
    // By the largest, so that no square is beyond what a number can be.
    let largest = values.max() ?? 1
    let plain = spread(values.map { $0 / largest })
    let ratio = spread(logs)
    guard plain > 0, ratio > 0 else { return false }
    let meanLog = logs.reduce(0, +) / count - Elementary.log(largest)
    return -0.5 * Elementary.log(ratio) - meanLog > -0.5 * Elementary.log(plain)
  }
}
