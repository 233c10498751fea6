extension StyledText {
  /// The characters to write so that the line looks as its styles say, without a line end.
  ///
  /// Without colour there is no escape code at all. With colour each styled run ends in a reset, so a
  /// line never leaks into the next. Without Unicode the text is ASCII (see ``ascii(_:)``) and may be
  /// longer than before; what must keep its columns goes through ``adapted(to:)`` before it is laid
  /// out.
  package func rendered(for screen: Screen) -> String {
    let line = adapted(to: screen)
    guard screen.usesColour else { return line.text }
    return line.spans.reduce(into: "") { result, span in
      let codes = span.style.codes(manyColours: screen.usesManyColours)
      result += codes.isEmpty ? span.text : "\u{1B}[\(codes)m\(span.text)\u{1B}[0m"
    }
  }

  /// The text in characters the screen can show: itself, or ASCII.
  package func adapted(to screen: Screen) -> StyledText {
    guard !screen.usesUnicode else { return self }
    return spans.reduce(into: StyledText()) { $0.append(ascii($1.text), $1.style) }
  }

  /// The text as lines as wide as the screen, in characters it can show.
  package func wrapped(
    for screen: Screen, firstIndent: StyledText = StyledText(), indent: StyledText = StyledText()
  ) -> [StyledText] {
    adapted(to: screen).wrapped(
      width: screen.width, firstIndent: firstIndent.adapted(to: screen),
      indent: indent.adapted(to: screen))
  }
}

extension [StyledText] {
  /// The lines to write, each with its line end.
  package func rendered(for screen: Screen) -> String {
    reduce(into: "") {
      $0 += $1.rendered(for: screen)
      $0 += "\n"
    }
  }
}

extension Style {
  /// The parameters of the escape code that selects the style (ECMA-48, SGR), joined by semicolons.
  ///
  /// The inks have the hues of Okabe and Ito's palette as near as 256 colours come to them, in tones
  /// that text of them stands out from white 4.5 : 1 and from black 3.9 : 1 (WCAG 2.2, 1.4.3). The 16
  /// colours are the terminal's own.
  func codes(manyColours: Bool) -> String {
    var codes: [String] = []
    if bold { codes.append("1") }
    if italic { codes.append("3") }
    if underline { codes.append("4") }
    let (basic, many): (String, Int) =
      switch ink {
      case .standard: ("", 0)
      case .muted: ("2", 243)
      case .accent: ("36", 63)
      case .good: ("32", 29)
      case .bad: ("31", 161)
      case .warning: ("33", 130)
      case .series(let index):
        Self.seriesInks[Int(index.magnitude % UInt(Self.seriesInks.count))]
      }
    if ink != .standard { codes.append(manyColours ? "38;5;\(many)" : basic) }
    return codes.joined(separator: ";")
  }

  /// Blue, orange, green, purple, vermilion, grey: as 16 colours and as 256.
  private static let seriesInks: [(String, Int)] = [
    ("36", 27), ("33", 130), ("32", 29), ("35", 97), ("31", 161), ("34", 242),
  ]
}
