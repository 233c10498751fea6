import Experiments

/// What a metric has to be: inside an interval.
package struct Criterion: Sendable, Hashable {
  package let metric: Metric

  /// Where the metric's value has to lie.
  package let interval: Interval

  /// What holding it is worth.
  package let points: Int

  package init(metric: Metric, interval: Interval, points: Int) {
    self.metric = metric
    self.interval = interval
    self.points = points
  }

  /// How far a value is inside what it has to be, in the metric's units; negative outside.
  package func distance(of value: Double) -> Double { interval.distance(of: value) }

  /// Whether a measured value is what it has to be; a metric without a value never is.
  package func holds(_ measured: Double?) -> Bool { measured.map(interval.contains) ?? false }

  /// The requirement as people read it: `relative-loss ≤ 1e-6`.
  package var text: String { interval.text(of: metric.name) }

  /// The requirement as a lesson writes it: `relative-loss <= 1e-6`.
  package var source: String {
    text.replacing("≤", with: "<=").replacing("≥", with: ">=").replacing("…", with: "...")
  }
}
