/// One character of a line with its columns and its style: what wrapping and cutting work on.
struct Atom {
  let character: Character
  let width: Int
  let style: Style
  /// Which span of the line it comes from.
  let span: Int
  /// Whether a line may be broken here and the character dropped; the no-break spaces are none.
  let isSpace: Bool

  private static let spaces = Set<Character>(
    " \u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2008}\u{2009}\u{200A}"
      + "\u{205F}\u{3000}")

  init(_ character: Character, _ style: Style, span: Int) {
    self.character = character
    self.width = displayWidth(character)
    self.style = style
    self.span = span
    isSpace = Self.spaces.contains(character)
  }
}

extension StyledText {
  /// The line taken apart into characters.
  var atoms: [Atom] {
    var atoms: [Atom] = []
    for (index, span) in spans.enumerated() {
      atoms += span.text.map { Atom($0, span.style, span: index) }
    }
    return atoms
  }

  /// The characters put together again.
  init(_ atoms: some Sequence<Atom>) {
    self.init()
    var run = ""
    var style = Style.plain
    for atom in atoms {
      if atom.style != style {
        append(run, style)
        run = ""
        style = atom.style
      }
      run.append(atom.character)
    }
    append(run, style)
  }
}
