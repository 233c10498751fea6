import Experiments
import Terminal

extension Page {
  /// The rows of a chart on a page.
  static let chartRows = 12

  /// Draws a figure.
  mutating func figure(_ figure: Figure, rows: Int = chartRows) {
    let indent = screen.width >= 60 ? 1 : 0
    let width = min(screen.width, Self.widestProse) - indent
    block(
      Chart(figure).lines(width: width, height: rows, usesUnicode: screen.usesUnicode),
      indent: indent)
  }
}

extension Chart {
  /// A figure of a simulation as a chart of the terminal.
  init(_ figure: Figure) {
    self.init(
      title: figure.title, x: Axis(figure.x), y: Axis(figure.y),
      series: figure.series.enumerated().map { index, series in
        Series(
          series.name, .init(series.role, in: figure.form), x: series.x, y: series.y,
          ink: figure.ink(of: index))
      },
      markers: figure.markers.map { .vertical($0.x, $0.label) },
      background: figure.field.map { Field($0, in: figure) })
  }
}

extension Chart.Axis {
  init(_ axis: Figure.Axis) {
    self.init(axis.label, axis.scale)
  }
}

extension Chart.Series.Style {
  init(_ role: Figure.Role, in form: Figure.Form) {
    self =
      switch (role, form) {
      case (.theory, _): .theory
      case (.measured, .scatter), (.measured, .boundary): .points
      case (.measured, .contours): .path
      case (.measured, .line), (.measured, .heat): .line
      }
  }
}

extension Chart.Field {
  init(_ field: Figure.Field, in figure: Figure) {
    let kind: Kind =
      switch figure.form {
      case .boundary:
        .regions(
          threshold: field.levels.first ?? 0,
          name: field.classes.last.map { $0.isEmpty ? "" : "called \($0)" } ?? "")
      case .heat: .heat(.linear)
      case .contours, .line, .scatter: .contours(levels: field.levels)
      }
    self.init(
      field.label, kind, x: field.x, y: field.y, columns: field.columns, rows: field.rows,
      values: field.values)
  }
}
