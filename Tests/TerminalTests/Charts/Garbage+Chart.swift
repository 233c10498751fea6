import Plotting
import TestKit

@testable import Terminal

extension Garbage {
  /// A range a scale can show, of any size.
  mutating func range(for scale: Chart.Axis.Scale) -> ClosedRange<Double> {
    range { scale.shows($0) }
  }

  /// A chart of anything.
  mutating func chart() -> Chart {
    let styles: [Chart.Series.Style] = [.line, .theory, .points, .path]
    var chart = Chart(title: name(), x: axis(), y: axis())
    for _ in 0..<below(9) {
      chart.series.append(
        .init(
          name(), one(of: styles), x: numbers(atMost: 30), y: numbers(atMost: 30),
          ink: below(2) == 0 ? nil : below(9)))
    }
    for _ in 0..<below(4) {
      chart.markers.append(
        [
          .vertical(number(), name()), .horizontal(number(), name()),
          .point(x: number(), y: number(), name()),
        ][below(3)])
    }
    if below(2) == 0 { chart.background = field() }
    return chart
  }

  private mutating func axis() -> Chart.Axis {
    let scale: Chart.Axis.Scale = below(2) == 0 ? .linear : .log
    return .init(name(), scale, domain: below(3) == 0 ? range(for: .linear) : nil)
  }

  private mutating func field() -> Chart.Field {
    let columns = below(9)
    let rows = below(9)
    let kinds: [Chart.Field.Kind] = [
      .heat(.linear), .heat(.log), .contours(levels: numbers(atMost: 4)),
      .regions(threshold: number()),
    ]
    let missing = below(9) == 0 ? 1 : 0
    let huge = below(20) == 0
    return Chart.Field(
      name(), one(of: kinds), x: range(for: .linear), y: range(for: .linear),
      columns: huge ? .max : columns, rows: huge ? -2 : rows,
      values: (0..<max(columns * rows - missing, 0)).map { _ in number() })
  }
}
