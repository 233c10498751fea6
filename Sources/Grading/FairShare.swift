import Experiments

/// How much of the allowed settings may pass an exercise.
package struct FairShare: Sendable, Hashable {
  /// The least and the most, as shares of the grid's cells.
  package let range: ClosedRange<Double>

  /// Why it is not the usual; nil if it is.
  package let reason: String?

  /// A range of shares between 0 and 1, and why it is not the usual.
  package init(range: ClosedRange<Double>, reason: String?) {
    self.range = range
    self.reason = reason
  }

  /// From 3 % to 25 %: findable, but hardly by guessing.
  package static let standard = FairShare(range: 0.03...0.25, reason: nil)

  /// The range as people read it: `3 … 25 %`.
  package var text: String {
    "\(Self.percent(range.lowerBound)) … \(Self.percent(range.upperBound)) %"
  }

  /// A share in percent, with the digits that it was given.
  private static func percent(_ share: Double) -> String {
    NumberText.shortest(NumberText.rounded(share * 100, digits: 6))
  }
}
