import Plotting

/// The numbers between two ends, each of which is open, closed or absent.
package struct Interval: Sendable, Hashable {
  /// Where an interval ends.
  package struct End: Sendable, Hashable {
    package let value: Double

    /// Whether the value itself lies inside.
    package let isClosed: Bool

    package init(_ value: Double, isClosed: Bool) {
      self.value = value
      self.isClosed = isClosed
    }

    /// Whether a number is this end and lies inside.
    fileprivate func isMet(by number: Double) -> Bool { isClosed && number == value }
  }

  package let lower: End?
  package let upper: End?

  package init(lower: End?, upper: End?) {
    self.lower = lower
    self.upper = upper
  }

  /// Numbers smaller than a bound.
  package static func below(_ bound: Double) -> Interval {
    Interval(lower: nil, upper: End(bound, isClosed: false))
  }

  package static func atMost(_ bound: Double) -> Interval {
    Interval(lower: nil, upper: End(bound, isClosed: true))
  }

  /// Numbers larger than a bound.
  package static func above(_ bound: Double) -> Interval {
    Interval(lower: End(bound, isClosed: false), upper: nil)
  }

  package static func atLeast(_ bound: Double) -> Interval {
    Interval(lower: End(bound, isClosed: true), upper: nil)
  }

  /// Numbers from one to another, both included.
  package static func within(_ range: ClosedRange<Double>) -> Interval {
    Interval(
      lower: End(range.lowerBound, isClosed: true), upper: End(range.upperBound, isClosed: true))
  }

  /// The ends that there are, the lower one first.
  package var ends: [End] { [lower, upper].compactMap { $0 } }

  /// From end to end, where there are two.
  package var range: ClosedRange<Double>? {
    guard let lower, let upper, lower.value <= upper.value else { return nil }
    return lower.value...upper.value
  }

  /// Whether all of the interval lies above a number.
  package func isAbove(_ number: Double) -> Bool {
    lower.map { number < $0.value || number == $0.value && !$0.isClosed } ?? false
  }

  /// Whether a number lies inside; what is no number never does.
  package func contains(_ number: Double) -> Bool {
    !number.isNaN
      && (lower.map { number > $0.value || $0.isMet(by: number) } ?? true)
      && (upper.map { number < $0.value || $0.isMet(by: number) } ?? true)
  }

  /// How far inside a number lies; negative outside, infinite where there is no end.
  package func distance(of number: Double) -> Double {
    [lower.map { number - $0.value }, upper.map { $0.value - number }].compactMap { $0 }.min()
      ?? .infinity
  }

  /// The end that a number lies beyond, else the one there is.
  package func end(facing number: Double) -> End? {
    isAbove(number) ? lower : upper ?? lower
  }

  /// What is said of something inside: `loss ≤ 1e-6`, `loss in 0.1 … 0.2` or `0 < loss ≤ 1`.
  package func text(of name: String) -> String {
    func text(_ end: End) -> String { NumberText.shortest(end.value) }
    func sign(_ end: End, _ mark: String, _ closed: String) -> String {
      end.isClosed ? closed : mark
    }
    if let lower, let upper {
      return lower.isClosed && upper.isClosed
        ? "\(name) in \(text(lower)) … \(text(upper))"
        : "\(text(lower)) \(sign(lower, "<", "≤")) \(name) \(sign(upper, "<", "≤")) \(text(upper))"
    }
    if let upper { return "\(name) \(sign(upper, "<", "≤")) \(text(upper))" }
    if let lower { return "\(name) \(sign(lower, ">", "≥")) \(text(lower))" }
    return "\(name) has a value"
  }
}
