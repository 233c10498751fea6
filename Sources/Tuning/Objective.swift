import Experiments

/// What a study is after, and what has to hold.
package struct Objective: Sendable, Hashable {
  package let metric: Metric

  /// Which way the metric is better.
  package let direction: Metric.Direction

  package let constraints: [Constraint]

  package init(
    _ metric: Metric, _ direction: Metric.Direction? = nil, subjectTo constraints: [Constraint] = []
  ) {
    self.metric = metric
    self.direction = direction ?? metric.better ?? .lower
    self.constraints = constraints
  }

  /// A value of the metric with its sign turned where more is better.
  package func loss(_ value: Double?) -> Double? {
    value.flatMap { $0.isNaN ? nil : direction == .higher ? -$0 : $0 }
  }

  /// All metrics that have to be known, the objective's first.
  package var metrics: [Metric] { [metric] + constraints.map(\.metric) }
}

/// What a metric has to be for settings to count.
package struct Constraint: Sendable, Hashable {
  package let metric: Metric
  package let interval: Interval

  package init(_ metric: Metric, _ interval: Interval) {
    self.metric = metric
    self.interval = interval
  }

  /// By how much a value misses; zero or less where it does not, nil where there is no value.
  package func excess(_ value: Double?) -> Double? {
    guard let value, !value.isNaN else { return nil }
    let distance = interval.distance(of: value)
    // At an open end nothing is missing, and yet it does not hold.
    return distance == 0 && !interval.contains(value) ? .leastNonzeroMagnitude : 0 - distance
  }
}
