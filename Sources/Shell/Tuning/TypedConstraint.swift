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
      guard let number = DecimalNumber.value(of: bound), number.isFinite else {
        let spelling = DecimalNumber.spelling(of: bound).map { "; it is \($0)" } ?? ""
        throw Refusal(
          "\(metric.name) is bound by \(Quoted.text(bound)), which is not a number\(spelling)")
      }
      return Constraint(metric, interval(number))
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
