/// How a run of text looks: an ink by meaning, and weight.
///
/// Which escape codes that becomes, if any, is decided when the text is written.
package struct Style: Sendable, Hashable {
  /// What a colour stands for: colour only ever separates series and verdicts.
  package enum Ink: Sendable, Hashable {
    case standard
    /// Less important than the text around it.
    case muted
    /// Something to type, or the current place.
    case accent
    case good
    case bad
    case warning
    /// One of a chart's series, counted from zero.
    case series(Int)
  }

  /// What the colour stands for.
  package var ink: Ink
  package var bold: Bool
  package var italic: Bool
  package var underline: Bool
  /// Whether a line break inside the run is to be avoided, as in code or a command to type.
  package var unbroken: Bool

  package init(
    _ ink: Ink = .standard, bold: Bool = false, italic: Bool = false, underline: Bool = false,
    unbroken: Bool = false
  ) {
    self.ink = ink
    self.bold = bold
    self.italic = italic
    self.underline = underline
    self.unbroken = unbroken
  }

  /// As text is without a style.
  package static let plain = Style()
  package static let bold = Style(bold: true)
  package static let muted = Style(.muted)
  package static let accent = Style(.accent)
  package static let good = Style(.good)
  package static let bad = Style(.bad)
}
