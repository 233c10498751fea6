import Plotting
import Terminal

extension Page {
  /// The rows of a chart on a page.
  package static let chartRows = 12

  /// Draws a figure, or says in words what it shows.
  package mutating func figure(_ figure: Figure, rows: Int = chartRows) {
    guard !screen.isPlain else {
      text(
        StyledText(NumberText.separated("Figure: \(figure.title). \(figure.description)")),
        hanging: 2)
      return
    }
    let indent = screen.width >= 60 ? 1 : 0
    let width = min(screen.width, Self.widestProse) - indent
    block(
      Chart.lines(of: figure, width: width, height: rows, for: screen),
      indent: indent)
  }
}
