import Experiments

/// Figures as tables for other programs.
package enum CSV {
  /// A figure, and what tells its run from others; nothing for a run alone.
  package struct Source: Sendable {
    package let figure: Figure
    package let run: String

    package init(_ figure: Figure, run: String = "") {
      self.figure = figure
      self.run = run
    }
  }

  /// The names of the columns.
  package static let columns = ["figure", "series", "role", "x", "y", "value", "run"]

  /// All samples of figures in long form, a line each, by RFC 4180.
  ///
  /// A series has a line for each sample, its role `measured` or `theory`; a named place on the x
  /// axis has one of the role `marker`, without a y; a field has one for each node of its grid, of
  /// the role `field`, with its value. Numbers read back as the same bits; what is not finite is
  /// empty. Control characters in names are replaced.
  package static func document(of sources: [Source]) -> String {
    var text = line(columns)
    for source in sources {
      let figure = source.figure
      func row(_ series: String, _ role: String, _ x: Double, _ y: Double, _ value: Double) {
        text += line([
          figure.name, series, role, number(x), number(y), number(value), source.run,
        ])
      }
      for series in figure.series {
        for (x, y) in zip(series.x, series.y) {
          row(series.name, series.role.rawValue, x, y, .nan)
        }
      }
      for marker in figure.markers { row(marker.label, "marker", marker.x, .nan, .nan) }
      for (x, y, value) in figure.nodes { row("", "field", x, y, value) }
    }
    return text
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell, in quotation marks where it needs them.
  private static func cell(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      plain.append(isControl && scalar != "\n" && scalar != "\r" ? "\u{FFFD}" : scalar)
    }
    let text = String(plain)
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private static func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "" }
}

extension Figure {
  /// The nodes of the field's grid with their values; none where the values do not fill it.
  fileprivate var nodes: [(x: Double, y: Double, value: Double)] {
    guard let field, let grid else { return [] }
    let across = Spacing.values(grid.columns, over: field.x, x.scale)
    let up = Spacing.values(grid.rows, over: field.y, y.scale)
    return zip(field.values.indices, field.values).compactMap { index, value in
      let (row, column) = index.quotientAndRemainder(dividingBy: grid.columns)
      guard row < up.count, column < across.count else { return nil }
      return (across[column], up[row], value)
    }
  }
}
