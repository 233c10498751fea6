/// All that a run gives back.
package struct Outcome: Sendable {
  /// Values by metric name; a metric without a value in this run is missing.
  package private(set) var metrics: [String: Double] = [:]
  package var figures: [Figure] = []
  package var findings: [Finding] = []
  package var cost = Cost()

  package init() {}

  package subscript(_ metric: Metric) -> Double? {
    get { metrics[metric.name] }
    set { metrics[metric.name] = newValue }
  }

  package subscript(_ name: String) -> Double? { metrics[name] }
}
