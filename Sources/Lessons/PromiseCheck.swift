import Experiments
import Grading
import Tuning

/// Whether what a lesson says is so.
package enum PromiseCheck {
  /// What to say of a promise that a measured value does not keep; nil if it does.
  package static func message(_ criterion: Criterion, measured: Double?) -> String? {
    guard !criterion.holds(measured) else { return nil }
    return "expect \(criterion.source) does not hold: "
      + "measured \(text(of: measured, against: criterion))"
  }

  /// A measured value as its metric writes it, or in full where that would seem to keep the promise.
  private static func text(of measured: Double?, against criterion: Criterion) -> String {
    let text = criterion.metric.text(measured)
    guard let measured, criterion.holds(DecimalNumber.value(of: text)) else { return text }
    return NumberText.shortest(measured)
  }
}
