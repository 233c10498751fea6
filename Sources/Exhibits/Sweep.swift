import Experiments
import Tuning

/// Metrics measured over the values of a knob, or over those of two.
package struct Sweep: Exhibit {
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
  let knobs: [any AnyKnob]
  let metric: Metric
  let simulation: any Simulation.Type

  /// What stands in the table; nothing where none is shown.
  private let table: [Column]

  /// What all runs have in common.
  let common: Settings

  /// The places, from the lowest values.
  package let points: [Point]

  /// How many seeds were run at each place, and the first of them.
  let repeats: Int
  let seed: UInt64

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

  /// The places where the metric has a finite median, and that.
  var medians: [(point: Point, median: Double)] {
    points.compactMap { point in
      guard let median = point.measured?.median, median.isFinite else { return nil }
      return (point, median)
    }
  }

  var lowest: (point: Point, median: Double)? { medians.min { $0.median < $1.median } }
  var highest: (point: Point, median: Double)? { medians.max { $0.median < $1.median } }

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
