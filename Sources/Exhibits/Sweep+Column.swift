import Experiments
import Tuning

extension Sweep {
  /// What is measured of every run: a metric, a counter of its cost, or the bytes it held at once.
  package enum Column: Sendable, Hashable {
    case metric(Metric)
    case counter(Cost.Counter)
    case bytes

    package var name: String {
      switch self {
      case .metric(let metric): metric.name
      case .counter(let counter): counter.rawValue
      case .bytes: "bytes"
      }
    }

    /// A value as people read it.
    func text(_ value: Double?) -> String {
      if case .metric(let metric) = self { return metric.text(value) }
      return value.map { NumberText.grouped($0) } ?? ""
    }

    func value(in outcome: Outcome) -> Double? {
      switch self {
      case .metric(let metric): outcome[metric]
      case .counter(let counter): Double(outcome.cost[counter])
      case .bytes: Double(outcome.cost.bytes)
      }
    }

    /// Those that every simulation has.
    static let ofCost = Cost.Counter.allCases.map(Column.counter) + [.bytes]
  }
}
