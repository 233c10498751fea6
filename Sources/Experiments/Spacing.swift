import Numerics
import Plotting

/// Evenly spread numbers.
package enum Spacing {
  /// `count` numbers over a range, both ends included, by equal differences or equal ratios.
  ///
  /// A count below two gives the lower end alone. On a log scale a range that is not positive is
  /// spread linearly.
  package static func values(_ count: Int, over range: ClosedRange<Double>, _ scale: Scale.Kind)
    -> [Double]
  {
    guard count > 1, range.lowerBound < range.upperBound else { return [range.lowerBound] }
    let low = range.lowerBound
    let high = range.upperBound
    return (0..<count).map { index in
      if index == count - 1 { return high }
      let share = Double(index) / Double(count - 1)
      guard scale == .log, low > 0 else { return low + share * (high - low) }
      return low * Elementary.exp(share * Elementary.log(high / low))
    }
  }
}
