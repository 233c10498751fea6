import Plotting
import Terminal

extension Page {
  /// The rows of a chart on a page.
  package static let chartRows = 12

  /// Draws a figure.
  package mutating func figure(_ figure: Figure, rows: Int = chartRows) {
    let indent = screen.width >= 60 ? 1 : 0
    let width = min(screen.width, Self.widestProse) - indent
    block(
      Chart.lines(of: figure, width: width, height: rows, usesUnicode: screen.usesUnicode),
      indent: indent)
  }
}
