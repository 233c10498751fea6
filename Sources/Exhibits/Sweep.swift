import Experiments
import Tuning

/// A metric measured over the values of a knob.
package struct Sweep: Exhibit {
  /// What the seeds of one value showed.
  package struct Point: Sendable {
    /// The value of the knob.
    package let value: SettingValue

    /// Lowest, median and highest; nil where the metric had no value on any of the seeds.
    package let measured: (low: Double, median: Double, high: Double)?

    /// The median of every metric; nil where it had no value on any of the seeds.
    package let medians: [String: Double?]
  }

  private let knob: any AnyKnob
  private let metric: Metric
  private let simulation: any Simulation.Type

  /// What all runs have in common.
  private let common: Settings

  /// The values, from the lowest.
  package let points: [Point]

  /// How many seeds were run for each value, and the first of them.
  private let repeats: Int
  private let seed: UInt64

  /// A sweep whose runs were made.
  ///
  /// - Parameters:
  ///   - trials: one for each value, with the values of all metrics of the simulation in order.
  ///   - repeats: how many seeds each was run on.
  ///   - seed: the first of them.
  package init(
    knob: any AnyKnob, metric: Metric, simulation: any Simulation.Type, common: Settings,
    trials: [Trial<[Double?]>], repeats: Int, seed: UInt64
  ) {
    self.knob = knob
    self.metric = metric
    self.simulation = simulation
    self.common = common
    self.repeats = repeats
    self.seed = seed
    let place = simulation.metrics.firstIndex { $0.name == metric.name }
    points = trials.compactMap { trial in
      guard let value = trial.settings[knob.name] else { return nil }
      func sorted(_ place: Int) -> [Double] {
        trial.readings.compactMap { $0[place] }.filter { !$0.isNaN }.sorted()
      }
      let measured = place.map(sorted) ?? []
      let medians = simulation.metrics.enumerated().map { ($1.name, Self.median(sorted($0))) }
      return Point(
        value: value,
        measured: Self.median(measured).map { (measured[0], $0, measured[measured.count - 1]) },
        medians: Dictionary(medians, uniquingKeysWith: { $1 }))
    }
  }

  private static func median(_ sorted: [Double]) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? sorted[middle - 1] / 2 + sorted[middle] / 2 : sorted[middle]
  }

  private var medians: [(value: SettingValue, median: Double)] {
    points.compactMap { point in
      guard let median = point.measured?.median, median.isFinite else { return nil }
      return (point.value, median)
    }
  }

  /// The metric over the knob, on scales that suit them.
  package var figure: Figure {
    let x = points.map { $0.value.number ?? .nan }
    let values = medians.map(\.median)
    let isWide = (values.max() ?? 1) > 50 * (values.min() ?? 1)
    let isLog = (values.min() ?? 0) > 0 && (metric.format == .scientific || isWide)
    func line(_ name: String, _ role: Figure.Role, _ part: (Point) -> Double?) -> Figure.Series {
      Figure.Series(
        name, role, x: x, y: points.map { part($0) ?? .nan }, group: repeats > 1 ? 0 : nil)
    }
    var series = [line(repeats > 1 ? "median" : metric.name, .measured) { $0.measured?.median }]
    if repeats > 1 {
      series.append(line("lowest", .theory) { $0.measured?.low })
      series.append(line("highest", .theory) { $0.measured?.high })
    }
    return Figure(
      FigureKind("sweep", metric.summary), .line, title: metric.summary,
      x: Figure.Axis(knob.name, knob.domain.scale),
      y: Figure.Axis(metric.name, isLog ? .log : .linear), series: series)
  }

  /// What is drawn against what.
  package var heading: String { "\(metric.name) against \(knob.name)" }

  /// What was swept, and how.
  package var details: [String] {
    [simulation.name] + common.texts(without: [knob.name])
      + (repeats > 1 ? ["\(repeats) seeds a value"] : [])
  }

  /// Where the metric is lowest and highest, in words.
  package var remark: String {
    guard let low = medians.min(by: { $0.median < $1.median }),
      let high = medians.max(by: { $0.median < $1.median })
    else { return "\(metric.name) has no finite value anywhere in this range." }
    let unmeasured = points.count - medians.count
    let rest =
      unmeasured > 0
      ? " It has no finite value at \(unmeasured) of \(NumberText.count(points.count, "value"))."
      : ""
    return "Lowest at \(low.value.text): \(metric.text(low.median)). "
      + "Highest at \(high.value.text): \(metric.text(high.median)).\(rest)"
  }

  /// What to type next.
  package var next: [NextStep] {
    let others = common.values.filter { common.turned[$0.name] != nil }
      .map { " --\($0.name) \($0.value.text)" }.joined()
    return [
      NextStep("knobs run \(simulation.name)\(others) --\(knob.name) …", "look at one value")
    ]
  }
}

extension Sweep {
  private struct Row: Encodable {
    let value: SettingValue
    let metrics: [String: Nullable]
    let low: Nullable
    let high: Nullable
  }

  private enum Key: CodingKey { case simulation, knob, metric, settings, seed, seeds, points }

  /// Writes what was swept, and every value with what its seeds showed.
  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(simulation.name, forKey: .simulation)
    try fields.encode(knob.name, forKey: .knob)
    try fields.encode(metric.name, forKey: .metric)
    try fields.encode(common.dictionary.filter { $0.key != knob.name }, forKey: .settings)
    try fields.encode(seed, forKey: .seed)
    try fields.encode(repeats, forKey: .seeds)
    let rows = points.map { point in
      Row(
        value: point.value,
        metrics: simulation.metrics.byNames { Nullable(point.medians[$0.name] ?? nil) },
        low: Nullable(point.measured?.low), high: Nullable(point.measured?.high))
    }
    try fields.encode(rows, forKey: .points)
  }
}
