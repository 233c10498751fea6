import Experiments
import Numerics
import Plotting
import Tuning

/// Metrics measured over the values of a knob, or over those of two.
package struct Sweep: Exhibit {
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

  /// All that is measured of a simulation, in order: its metrics, then what it costs.
  package static func columns(of simulation: any Simulation.Type) -> [Column] {
    simulation.metrics.map(Column.metric) + Column.ofCost
  }

  /// The names of what every run costs.
  package static let costs = Column.ofCost.map(\.name)

  /// What is read off a run: every column in order.
  package static func reading(_ outcome: Outcome, of simulation: any Simulation.Type) -> [Double?] {
    columns(of: simulation).map { $0.value(in: outcome) }
  }

  /// What the seeds of one place showed.
  package struct Point: Sendable {
    /// The values of the knobs.
    package let values: [SettingValue]

    /// Lowest, median and highest; nil where the metric had no value on any of the seeds.
    package let measured: (low: Double, median: Double, high: Double)?

    /// The median of every column; nil where it had no value on any of the seeds.
    package let medians: [Column: Double?]
  }

  /// One knob, or two of which the first varies fastest.
  private let knobs: [any AnyKnob]
  private let metric: Metric
  private let simulation: any Simulation.Type

  /// What stands in the table; nothing where none is shown.
  private let table: [Column]

  /// What all runs have in common.
  private let common: Settings

  /// The places, from the lowest values.
  package let points: [Point]

  /// How many seeds were run at each place, and the first of them.
  private let repeats: Int
  private let seed: UInt64

  /// A sweep whose runs were made.
  ///
  /// - Parameters:
  ///   - knobs: one, or two.
  ///   - table: the columns of a table to be shown; none unless given.
  ///   - trials: one for each place, the first knob varying fastest, with what ``reading(_:of:)`` gives.
  ///   - repeats: how many seeds each was run on.
  ///   - seed: the first of them.
  package init(
    knobs: [any AnyKnob], metric: Metric, simulation: any Simulation.Type, common: Settings,
    table: [Column] = [], trials: [Trial<[Double?]>], repeats: Int, seed: UInt64
  ) {
    self.knobs = knobs
    self.metric = metric
    self.simulation = simulation
    self.common = common
    self.table = table
    self.repeats = repeats
    self.seed = seed
    let columns = Self.columns(of: simulation)
    let place = columns.firstIndex(of: .metric(metric))
    points = trials.map { trial in
      func sorted(_ place: Int) -> [Double] {
        trial.readings.compactMap { $0.indices.contains(place) ? $0[place] : nil }
          .filter { !$0.isNaN }.sorted()
      }
      let measured = place.map(sorted) ?? []
      let medians = columns.enumerated().map { ($1, Self.median(sorted($0))) }
      return Point(
        values: knobs.map { trial.settings[$0.name] ?? $0.defaultValue },
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

  private var medians: [(point: Point, median: Double)] {
    points.compactMap { point in
      guard let median = point.measured?.median, median.isFinite else { return nil }
      return (point, median)
    }
  }

  /// The metric over the knob, or as a map over two.
  package var figure: Figure { knobs.count > 1 ? map : curve }

  /// The metric over the knob, on scales that suit them.
  private var curve: Figure {
    let x = points.map { $0.values.first?.number ?? .nan }
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
      x: Figure.Axis(knobs[0].name, knobs[0].domain.scale),
      y: Figure.Axis(metric.name, isLog ? .log : .linear), series: series)
  }

  /// The metric as shades over two knobs, its logarithm where it is spread by ratio, the best marked.
  private var map: Figure {
    let numbers = knobs.indices.map { axis in points.compactMap { $0.values[axis].number } }
    func range(_ axis: Int) -> ClosedRange<Double> {
      (numbers[axis].min() ?? 0)...(numbers[axis].max() ?? 1)
    }
    let found = medians.map(\.median)
    let (least, most) = (found.min() ?? 0, found.max() ?? 0)
    let isByRatio = least > 0 && most > 50 * least
    let values = points.map { point -> Double in
      guard let median = point.measured?.median, median.isFinite else { return .nan }
      return isByRatio ? Elementary.log(median) / Elementary.log(10) : median
    }
    let best = metric.better == .higher ? highest : lowest
    let marked = best.map { best in
      Figure.Series(
        metric.better == .higher ? "highest" : "lowest", x: [best.point.values[0].number ?? .nan],
        y: [best.point.values[1].number ?? .nan])
    }
    return Figure(
      FigureKind("sweep", metric.summary), .heat,
      title: isByRatio ? "\(metric.summary), as a power of ten" : metric.summary,
      x: Figure.Axis(knobs[0].name, knobs[0].domain.scale),
      y: Figure.Axis(knobs[1].name, knobs[1].domain.scale), series: [marked].compactMap(\.self),
      field: Figure.Field(
        isByRatio ? "log10 \(metric.name)" : metric.name, x: range(0), y: range(1),
        columns: Set(numbers[0]).count, values: values,
        levels: []))
  }

  private var lowest: (point: Point, median: Double)? { medians.min { $0.median < $1.median } }
  private var highest: (point: Point, median: Double)? { medians.max { $0.median < $1.median } }

  /// What is drawn against what.
  package var heading: String {
    "\(metric.name) against \(knobs.map(\.name).joined(separator: " and "))"
  }

  /// What was swept, and how.
  package var details: [String] {
    [simulation.name] + common.texts(without: Set(knobs.map(\.name)))
      + (repeats > 1 ? ["\(repeats) seeds a value"] : [])
  }

  /// Where the metric is lowest and highest, in words.
  package var remark: String {
    guard let lowest, let highest else {
      return "\(metric.name) has no finite value anywhere in this range."
    }
    let unmeasured = points.count - medians.count
    let rest =
      unmeasured > 0
      ? " It has no finite value at \(unmeasured) of \(NumberText.count(points.count, "value"))."
      : ""
    return "Lowest at \(place(of: lowest.point)): \(metric.text(lowest.median)). "
      + "Highest at \(place(of: highest.point)): \(metric.text(highest.median)).\(rest)"
  }

  private func place(of point: Point) -> String {
    knobs.count == 1
      ? point.values[0].text
      : zip(knobs, point.values).map { "\($0.name) \($1.text)" }.joined(separator: ", ")
  }

  /// The names of the knobs and of what stands in the table; empty where none is shown.
  package var tableHeader: [String] {
    table.isEmpty ? [] : knobs.map(\.name) + table.map(\.name)
  }

  /// A row for each place, medians of the seeds, as people read them.
  package var tableRows: [[String]] {
    guard !table.isEmpty else { return [] }
    return points.map { point in
      point.values.map(\.text) + table.map { $0.text(point.medians[$0] ?? nil) }
    }
  }

  /// What to type next.
  package var next: [NextStep] {
    let others = common.values.filter { common.turned[$0.name] != nil }
      .map { " --\($0.name) \($0.value.text)" }.joined()
    let swept = knobs.map { " --\($0.name) …" }.joined()
    return [
      NextStep(
        "knobs run \(simulation.name)\(others)\(swept)",
        knobs.count == 1 ? "look at one value" : "look at one place")
    ]
  }
}

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
