import Plotting

/// Figures as tables for other programs.
package enum CSV: FigureFormat {
  package static let name = "csv"
  package static let summary = "write the samples of the figures drawn as a CSV table"
  package static let help = "--csv writes their samples as one table."

  /// One table of every run's samples.
  package static func documents(of figures: FigureSet) -> [FigureDocument] {
    [FigureDocument(document(of: figures.ofRuns))]
  }

  /// The names of the columns.
  package static let columns = ["figure", "series", "role", "x", "y", "value", "run"]

  /// All samples of figures in long form, a line each, by RFC 4180.
  ///
  /// A series has a line for each sample, its role `measured` or `theory`; a named place on an axis
  /// has one of the role `marker`, without the other; a field has one for each node of its grid, of
  /// the role `field`, with its value. Numbers read back as the same bits; what is not finite is
  /// empty. Control characters in names are replaced, and a name that a spreadsheet would take for a
  /// formula has an apostrophe in front.
  package static func document(of figures: [LabelledFigure]) -> String {
    var text = line(columns)
    for labelled in figures {
      let figure = labelled.figure
      func row(_ series: String, _ role: String, _ x: Double, _ y: Double, _ value: Double) {
        text += line([
          figure.name, series, role, number(x), number(y), number(value), labelled.label,
        ])
      }
      for series in figure.series {
        for (x, y) in zip(series.x, series.y) {
          row(series.name, series.role.rawValue, x, y, .nan)
        }
      }
      for marker in figure.markers {
        row(marker.label, "marker", marker.x ?? .nan, marker.y ?? .nan, .nan)
      }
      for (x, y, value) in figure.nodes { row("", "field", x, y, value) }
    }
    return text
  }

  /// A table of texts, a line each, by RFC 4180.
  package static func table(_ rows: [[String]]) -> String { rows.map(line).joined() }

  private static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell without control characters.
  private static func cell(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      plain.append(isControl && scalar != "\n" && scalar != "\r" ? "\u{FFFD}" : scalar)
    }
    return Escaping.csvCell.text(String(plain))
  }

  private static func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "" }
}
