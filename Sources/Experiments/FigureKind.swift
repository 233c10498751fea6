// Outcomes hold figures and knobs have scales: what Plotting says of these is said to all above.
@_exported import Plotting

/// A picture that a simulation can draw: its name, as `show:` uses it, and what it shows.
package struct FigureKind: Sendable, Hashable {
  package let name: String
  package let summary: String

  package init(_ name: String, _ summary: String) {
    self.name = name
    self.summary = summary
  }
}

extension Figure {
  /// A figure under the name of its kind.
  package init(
    _ kind: FigureKind, _ form: Form, title: String, x: Axis, y: Axis, series: [Series],
    markers: [Marker] = [], field: Field? = nil
  ) {
    self.init(
      kind.name, form, title: title, x: x, y: y, series: series, markers: markers, field: field)
    subject = kind.summary
  }
}
