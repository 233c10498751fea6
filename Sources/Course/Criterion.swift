import Experiments

/// What a metric has to be.
package struct Criterion: Sendable, Hashable {
  package enum Condition: Sendable, Hashable {
    case below(Double)
    case atMost(Double)
    case above(Double)
    case atLeast(Double)
    case within(ClosedRange<Double>)
  }

  package let metric: Metric
  package let condition: Condition

  /// What holding it is worth.
  package let points: Int

  package init(metric: Metric, condition: Condition, points: Int) {
    self.metric = metric
    self.condition = condition
    self.points = points
  }

  /// How far a value is inside what it has to be, in the metric's units; negative outside.
  package func distance(of value: Double) -> Double {
    switch condition {
    case .below(let bound), .atMost(let bound): bound - value
    case .above(let bound), .atLeast(let bound): value - bound
    case .within(let range): min(value - range.lowerBound, range.upperBound - value)
    }
  }

  /// Whether a measured value is what it has to be; a metric without a value never is.
  package func holds(_ measured: Double?) -> Bool {
    guard let measured, !measured.isNaN else { return false }
    return switch condition {
    case .below(let bound): measured < bound
    case .atMost(let bound): measured <= bound
    case .above(let bound): measured > bound
    case .atLeast(let bound): measured >= bound
    case .within(let range): range.contains(measured)
    }
  }

  /// The requirement as people read it: `relative-loss ≤ 1e-6`.
  package var text: String {
    let text = NumberText.shortest
    return switch condition {
    case .below(let bound): "\(metric.name) < \(text(bound))"
    case .atMost(let bound): "\(metric.name) ≤ \(text(bound))"
    case .above(let bound): "\(metric.name) > \(text(bound))"
    case .atLeast(let bound): "\(metric.name) ≥ \(text(bound))"
    case .within(let range):
      "\(metric.name) in \(text(range.lowerBound)) … \(text(range.upperBound))"
    }
  }

  /// The requirement as a lesson writes it: `relative-loss <= 1e-6`.
  package var source: String {
    text.replacing("≤", with: "<=").replacing("≥", with: ">=").replacing("…", with: "...")
  }
}
