import Experiments
import Numerics
import Plotting

extension Sweep {
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
    var figure = Figure(
      FigureKind("sweep", metric.summary), .line, title: metric.summary,
      x: Figure.Axis(knobs[0].name, knobs[0].domain.scale),
      y: Figure.Axis(metric.name, isLog ? .log : .linear), series: series)
    let absent = zip(x, points).filter { $1.measured == nil }.map(\.0)
    if !absent.isEmpty { figure.absence = Figure.Absence(metric.text(nil), x: absent) }
    return figure
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
}
