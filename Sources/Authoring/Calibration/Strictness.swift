import Course
import Experiments
import Foundation

/// The conditions that differ from one another only in how much they let pass.
struct Strictness {
  private let like: Criterion.Condition

  init(_ condition: Criterion.Condition) { like = condition }

  /// How lenient a condition has to be to let a value pass; larger is more lenient.
  func leniency(_ value: Double) -> Double {
    switch like {
    case .below, .atMost: value
    case .above, .atLeast: -value
    case .within(let range):
      isByRatio(range)
        ? value > 0 ? abs(log(value) - log(middle(of: range))) : .infinity
        : abs(value - middle(of: range))
    }
  }

  /// The condition of a leniency, in two digits; nil if there is none.
  func condition(_ leniency: Double) -> Criterion.Condition? {
    let bound = NumberText.rounded(leniency, digits: 2)
    guard bound.isFinite else { return nil }
    switch like {
    case .below: return .below(bound)
    case .atMost: return .atMost(bound)
    case .above: return .above(-bound)
    case .atLeast: return .atLeast(-bound)
    case .within(let range):
      let middle = middle(of: range)
      let low = isByRatio(range) ? middle * exp(-leniency) : middle - leniency
      let high = isByRatio(range) ? middle * exp(leniency) : middle + leniency
      for digits in 2...4 {
        let low = NumberText.rounded(low, digits: digits)
        let high = NumberText.rounded(high, digits: digits)
        if low < high, high.isFinite { return .within(low...high) }
      }
      return nil
    }
  }

  private func middle(of range: ClosedRange<Double>) -> Double {
    isByRatio(range)
      ? exp(log(range.lowerBound) / 2 + log(range.upperBound) / 2)
      : range.lowerBound / 2 + range.upperBound / 2
  }

  /// Whether the bounds are so far apart that their ratio matters, and not their difference.
  private func isByRatio(_ range: ClosedRange<Double>) -> Bool {
    range.lowerBound > 0 && range.upperBound > 4 * range.lowerBound
  }
}
