import Experiments
import Grading
import Numerics

/// Intervals that differ from one another only in how much they let pass.
extension Interval {
  /// How lenient an interval of this form has to be to let a value pass; larger is more lenient.
  ///
  /// Between two ends it is the distance from the middle, which stays where it is.
  func leniency(toAdmit value: Double) -> Double {
    guard let range else { return upper == nil ? -value : value }
    guard Self.isByRatio(range) else { return abs(value - Self.middle(of: range)) }
    return value > 0
      ? abs(Elementary.log(value) - Elementary.log(Self.middle(of: range))) : .infinity
  }

  /// The interval of this form with a leniency, its ends in two digits; nil if there is none.
  func withLeniency(_ leniency: Double) -> Interval? {
    let bound = NumberText.rounded(leniency, digits: 2)
    guard bound.isFinite, !ends.isEmpty else { return nil }
    guard let range else { return replacing(lower: -bound, upper: bound) }
    let middle = Self.middle(of: range)
    let isByRatio = Self.isByRatio(range)
    let low = isByRatio ? middle * Elementary.exp(-leniency) : middle - leniency
    let high = isByRatio ? middle * Elementary.exp(leniency) : middle + leniency
    for digits in 2...4 {
      let low = NumberText.rounded(low, digits: digits)
      let high = NumberText.rounded(high, digits: digits)
      if low < high, high.isFinite { return replacing(lower: low, upper: high) }
    }
    return nil
  }

  /// The interval with other numbers for the ends that there are.
  func replacing(lower low: Double, upper high: Double) -> Interval {
    Interval(
      lower: lower.map { End(low, isClosed: $0.isClosed) },
      upper: upper.map { End(high, isClosed: $0.isClosed) })
  }

  private static func middle(of range: ClosedRange<Double>) -> Double {
    isByRatio(range)
      ? Elementary.exp(Elementary.log(range.lowerBound) / 2 + Elementary.log(range.upperBound) / 2)
      : range.lowerBound / 2 + range.upperBound / 2
  }

  /// Whether the ends are so far apart that their ratio matters, and not their difference.
  private static func isByRatio(_ range: ClosedRange<Double>) -> Bool {
    range.lowerBound > 0 && range.upperBound > 4 * range.lowerBound
  }
}
