import Experiments
import Tuning

extension Sweep {
  private struct Row: Encodable {
    /// Nil where there are two knobs, and then the other is not.
    let value: SettingValue?
    let values: [String: SettingValue]?
    let metrics: [String: Nullable]
    let cost: [String: Nullable]
    let low: Nullable
    let high: Nullable
  }

  private enum Key: CodingKey {
    case simulation, knob, knobs, metric, settings, seed, seeds, points
  }

  /// Writes what was swept, and every place with what its seeds showed.
  package func encode(to encoder: any Encoder) throws {
    let names = Set(knobs.map(\.name))
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(simulation.name, forKey: .simulation)
    if knobs.count == 1 {
      try fields.encode(knobs[0].name, forKey: .knob)
    } else {
      try fields.encode(knobs.map(\.name), forKey: .knobs)
    }
    try fields.encode(metric.name, forKey: .metric)
    try fields.encode(common.dictionary.filter { !names.contains($0.key) }, forKey: .settings)
    try fields.encode(seed, forKey: .seed)
    try fields.encode(repeats, forKey: .seeds)
    let rows = points.map { point in
      let values = zip(knobs, point.values).map { ($0.name, $1) }
      let costs = Column.ofCost.map { ($0.name, Nullable(point.medians[$0] ?? nil)) }
      return Row(
        value: knobs.count == 1 ? point.values[0] : nil,
        values: knobs.count == 1 ? nil : Dictionary(values, uniquingKeysWith: { $1 }),
        metrics: simulation.metrics.byNames { Nullable(point.medians[.metric($0)] ?? nil) },
        cost: Dictionary(costs, uniquingKeysWith: { $1 }),
        low: Nullable(point.measured?.low), high: Nullable(point.measured?.high))
    }
    try fields.encode(rows, forKey: .points)
  }
}
