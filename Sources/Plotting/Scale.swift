import Foundation

/// The way from a value to its place between the two ends of an axis.
package struct Scale: Hashable {
  /// What equal distances stand for: equal differences or equal ratios.
  package enum Kind: String, Sendable, Hashable, Encodable { case linear, log }

  package let isLogarithmic: Bool
  /// The value at the lower end, or its decimal logarithm on a logarithmic axis.
  package private(set) var low: Double
  package private(set) var high: Double

  /// Which values an axis may name.
  package enum Extent: Hashable {
    /// Those from end to end.
    case range
    /// This one: the room around it was never looked at.
    case value(Double)
    /// None: there was nothing to show, and the ends say nothing.
    case nothing
  }

  package private(set) var extent = Extent.range

  /// Whether only whole numbers were tried, so that no other is named.
  package private(set) var isWhole = false

  /// Room is left so that rounding the ends outward stays finite.
  private static let greatest = 4e307

  package init(_ kind: Kind, _ bounds: ClosedRange<Double>) {
    isLogarithmic = kind == .log
    low = 0
    high = 1
    guard let lower = measure(bounds.lowerBound), let upper = measure(bounds.upperBound) else {
      return
    }
    (low, high) = isLogarithmic ? Self.widenedLog(lower, upper) : Self.widened(lower, upper)
  }

  /// The scale over the first of the ranges that it can show, else over what the values need.
  package init(
    _ kind: Kind, _ ranges: [ClosedRange<Double>?], values: some Sequence<Double>
  ) {
    for case .some(let range) in ranges
    where kind.shows(range.lowerBound) && kind.shows(range.upperBound) {
      self.init(kind, range)
      return
    }
    let shown = values.filter(kind.shows)
    if let least = shown.min(), let greatest = shown.max() {
      self.init(kind, least...greatest)
    } else {
      self.init(kind, kind == .log ? 1...10 : 0...1)
      extent = .nothing
    }
  }

  package var span: Double { high - low }

  /// The value in the scale's own unit, `nil` where it has no place.
  package func measure(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    if isLogarithmic { return value > 0 ? log10(value) : nil }
    return min(max(value, -Self.greatest), Self.greatest)
  }

  /// The place of a value, 0 at the lower end and 1 at the upper; beyond these outside.
  package func position(_ value: Double) -> Double? {
    measure(value).map(position(measured:))
  }

  package func position(measured: Double) -> Double {
    let position = (measured - low) / span
    // Rounding must not push what lies on an edge over it.
    if abs(position) < 1e-12 { return 0 }
    if abs(position - 1) < 1e-12 { return 1 }
    return min(max(position, -1e6), 1e6)
  }

  /// The place of a value, far outside for one that is beyond every axis of this kind: infinite, or
  /// without a logarithm; nil for what is no number.
  package func reach(_ value: Double) -> Double? {
    if value.isNaN { return nil }
    return position(value) ?? (value > 0 ? 1e6 : -1e6)
  }

  /// The values at both ends.
  package var ends: ClosedRange<Double> {
    let (lower, upper) = isLogarithmic ? (pow(10, low), pow(10, high)) : (low, high)
    return lower <= upper ? lower...upper : upper...lower
  }

  /// The place of a fraction of the way along a range, in equal steps of this scale.
  package func position(fraction: Double, of range: ClosedRange<Double>) -> Double? {
    guard let from = measure(range.lowerBound), let to = measure(range.upperBound) else {
      return nil
    }
    return position(measured: from + fraction * (to - from))
  }

  /// The fraction of the way along a range at a place.
  package func fraction(position: Double, of range: ClosedRange<Double>) -> Double? {
    guard let from = measure(range.lowerBound), let to = measure(range.upperBound)
    else { return nil }
    guard to > from else { return 0 }
    return (low + position * span - from) / (to - from)
  }

  /// The scale that shows what another shows too.
  package func union(_ other: Scale) -> Scale {
    guard isLogarithmic == other.isLogarithmic else { return self }
    var result = self
    result.low = min(low, other.low)
    result.high = max(high, other.high)
    if extent != other.extent { result.extent = .range }
    return result
  }

  /// The scale over values that were tried: where those are one, or too near to each other to tell apart,
  /// it names no other.
  package func over(tried values: [Double]) -> Scale {
    var result = self
    let shown = values.filter(kind.shows)
    let places = shown.compactMap(measure)
    if let value = shown.first, places.min() != low || places.max() != high {
      result.extent = .value(value)
    }
    result.isWhole = !shown.isEmpty && shown.allSatisfy { $0 == $0.rounded() }
    return result
  }

  /// The scale of an axis whose ends are given, over values that were tried: it names no other than
  /// whole numbers where only such were, and several.
  package func within(tried values: [Double]) -> Scale {
    var result = self
    let shown = values.filter(kind.shows)
    let isCount = shown.allSatisfy { $0 == $0.rounded() } && Set(shown).count > 2
    result.isWhole = isWhole || isCount
    return result
  }

  private var kind: Kind { isLogarithmic ? .log : .linear }

  /// The scale with half a cell more at either end, so that each of `cells` is centred on its node.
  package func padded(halfOf cells: Int) -> Scale {
    guard cells > 1 else { return self }
    var result = self
    let half = span / Double(cells - 1) / 2
    result.low -= half
    result.high += half
    return result
  }

  /// The scale with its ends moved outward to round numbers, where those are near.
  ///
  /// A linear scale reaches down to 0, or up to it, where that leaves the data most of the room.
  package func rounded(atMost count: Int) -> Scale {
    var result = self
    if isLogarithmic {
      let near = span * 0.08
      if low - low.rounded(.down) <= near { result.low = low.rounded(.down) }
      if high.rounded(.up) - high <= near { result.high = high.rounded(.up) }
    } else {
      if self.low > 0, self.low <= self.span * 0.75 { result.low = 0 }
      if self.high < 0, -self.high <= self.span * 0.75 { result.high = 0 }
      let (low, high, span) = (result.low, result.high, result.span)
      let near = span * 0.12
      // Coarse steps last, so that they win where they are near enough.
      for count in [8 * count, 4 * count, 2 * count, count] {
        guard let size = Step.finest(over: span, atMost: count)?.size else { continue }
        let below = (low / size + 1e-9).rounded(.down) * size
        let above = (high / size - 1e-9).rounded(.up) * size
        if below <= low, low - below <= near { result.low = below }
        if above >= high, above - high <= near { result.high = above }
      }
    }
    return result
  }

  private static func widened(_ low: Double, _ high: Double) -> (Double, Double) {
    let size = max(abs(low), abs(high))
    // Less than this, and neighbouring ticks would be the same number.
    guard high - low <= max(1e-290, size * 1e-12) else { return (low, high) }
    // Nothing but zeros is most often a share or a count, which cannot be less.
    if size < 1e-290 { return (0, 1) }
    let half = size / 2
    let middle = low / 2 + high / 2
    return (max(middle - half, -greatest), min(middle + half, greatest))
  }

  private static func widenedLog(_ low: Double, _ high: Double) -> (Double, Double) {
    // Near the ends of what a number can be, neighbouring ticks would be the same number, or none.
    let isExtreme = high - low < 1 && (low < -300 || high > 307)
    if isExtreme { return (low - 1, high + 1) }
    return high - low > 1e-9 ? (low, high) : (low - 0.5, high + 0.5)
  }
}

extension Figure.Series {
  /// How often the line goes up or down by a quarter of an axis.
  package func swings(on scale: Scale) -> Int {
    var (count, direction) = (0, 0.0)
    var turn: Double?
    for place in y.compactMap(scale.position) {
      let way = place - (turn ?? place)
      if abs(way) > 0.25, way * direction <= 0 {
        count += 1
        direction = way
        turn = place
      } else if turn == nil || way * direction > 0 {
        turn = place
      }
    }
    return count
  }
}

extension Scale.Kind {
  /// Whether a value has a place on such a scale.
  package func shows(_ value: Double) -> Bool {
    value.isFinite && (self == .linear || value > 0)
  }
}
