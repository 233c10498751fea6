import Experiments

/// How much of the allowed settings may pass an exercise.
package struct PassShare: Sendable, Hashable {
  /// The least and the most, as shares of the grid's cells.
  package let range: ClosedRange<Double>

  /// Why it is not the usual; nil if it is.
  package let reason: String?

  /// From 3 % to 25 %: findable, but hardly by guessing.
  package static let standard = PassShare(range: 0.03...0.25, reason: nil)

  /// The range as people read it: `3 … 25 %`.
  package var text: String {
    let low = NumberText.significant(range.lowerBound * 100, digits: 2)
    let high = NumberText.significant(range.upperBound * 100, digits: 2)
    return "\(low) … \(high) %"
  }
}
