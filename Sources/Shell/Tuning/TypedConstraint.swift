import Exhibits
import Experiments
import Foundation
import Plotting
import Tuning

/// What is typed for a constraint: `METRIC <= X`.
enum TypedConstraint {
  /// The signs between a metric and its bound, the longer first.
  private static let signs: [(String, @Sendable (Double) -> Interval)] = [
    ("<=", Interval.atMost), (">=", Interval.atLeast), ("≤", Interval.atMost),
    ("≥", Interval.atLeast), ("<", Interval.below), (">", Interval.above),
  ]

  static func constraint(_ text: String, of simulation: any Simulation.Type) throws(Refusal)
    -> Constraint
  {
    for (sign, interval) in signs {
      guard let range = text.firstRange(of: sign) else { continue }
      let metric = try metric(
        text[..<range.lowerBound].trimmingCharacters(in: .whitespaces), of: simulation)
      let bound = text[range.upperBound...].trimmingCharacters(in: .whitespaces)
      guard let number = TypedNumber(bound), number.value.isFinite else {
        let spelling = DecimalNumber.spelling(of: bound).map { "; it is \($0)" } ?? ""
        throw Refusal(
          "\(metric.name) is bound by \(Quoted.text(bound)), which is not a number\(spelling)")
      }
      guard !number.isPercentage || metric.kind == .share else {
        throw Refusal(
          "\(metric.name) is bound by \(Quoted.text(bound)), and is no share; write a number")
      }
      return Constraint(metric, interval(number.value))
    }
    throw Refusal(
      "--subject-to \(Quoted.text(text)) has no <= or >=; write \"METRIC <= NUMBER\" in quotes")
  }

  static func metric(_ name: String, of simulation: any Simulation.Type) throws(Refusal) -> Metric {
    if let metric = simulation.metric(name) { return metric }
    let remedy = NearestName.remedy(for: name, among: simulation.metrics.map(\.name))
    throw Refusal("no metric \(Quoted.text(name)) in \(simulation.name)\(remedy)")
  }
}
