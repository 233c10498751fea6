import Experiments
import Terminal

/// A metric measured over the values of a knob.
struct Sweep {
  /// What the seeds of one value showed.
  struct Point {
    let value: SettingValue

    /// Lowest, median and highest; nil where the metric had no value on any of the seeds.
    let measured: (low: Double, median: Double, high: Double)?
    let medians: [String: Double?]
  }

  let knob: any AnyKnob
  let metric: Metric
  let simulation: any Simulation.Type
  let common: Settings
  let points: [Point]
  let repeats: Int

  /// - Parameters:
  ///   - settings: one for each value.
  ///   - outcomes: `repeats` for each of the settings, in their order.
  init(
    knob: any AnyKnob, metric: Metric, simulation: any Simulation.Type, common: Settings,
    settings: [Settings], outcomes: [Outcome], repeats: Int
  ) {
    self.knob = knob
    self.metric = metric
    self.simulation = simulation
    self.common = common
    self.repeats = repeats
    points = settings.enumerated().compactMap { index, each in
      let start = index * repeats
      guard let value = each[knob.name], start + repeats <= outcomes.count else { return nil }
      let seeds = outcomes[start..<start + repeats]
      func sorted(_ metric: Metric) -> [Double] {
        seeds.compactMap { $0[metric] }.filter { !$0.isNaN }.sorted()
      }
      let measured = sorted(metric)
      let medians = simulation.metrics.map { ($0.name, Self.median(sorted($0))) }
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

  /// The value at which the metric is lowest.
  var best: SettingValue? { medians.min { $0.median < $1.median }?.value }

  /// The metric over the knob, on scales that suit them.
  var figure: Figure {
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

  /// Where the metric is lowest and highest, in words.
  var remark: StyledText {
    guard let low = medians.min(by: { $0.median < $1.median }),
      let high = medians.max(by: { $0.median < $1.median })
    else { return StyledText("\(metric.name) has no finite value anywhere in this range.") }
    let unmeasured = points.count - medians.count
    let rest =
      unmeasured > 0
      ? " It has no finite value at \(unmeasured) of \(NumberText.count(points.count, "value"))."
      : ""
    return StyledText(
      "Lowest at \(low.value.text): \(metric.text(low.median)). "
        + "Highest at \(high.value.text): \(metric.text(high.median)).\(rest)")
  }

  /// A sweep as other programs read it.
  struct Document: Encodable {
    struct Row: Encodable {
      let value: SettingValue
      let metrics: [String: Nullable]
      let low: Nullable
      let high: Nullable
    }

    let simulation: String
    let knob: String
    let metric: String
    let settings: [String: SettingValue]
    let seed: UInt64
    let seeds: Int
    let points: [Row]
  }

  func document(seed: UInt64) -> Document {
    Document(
      simulation: simulation.name, knob: knob.name, metric: metric.name,
      settings: common.dictionary.filter { $0.key != knob.name }, seed: seed, seeds: repeats,
      points: points.map { point in
        Document.Row(
          value: point.value, metrics: point.medians.mapValues { Nullable($0) },
          low: Nullable(point.measured?.low), high: Nullable(point.measured?.high))
      })
  }
}
