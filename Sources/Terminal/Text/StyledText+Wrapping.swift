extension StyledText {
  /// The text as lines of at most `width` columns.
  ///
  /// Lines end at spaces, which are dropped there, after hyphens and dashes, and between East Asian
  /// characters. A word longer than a line is broken, after a separator where one is near the end of
  /// the line. A run whose style says ``Style/unbroken`` is broken only when it is longer than a
  /// line. Empty text gives one empty line. A width below 2 still takes one character a line.
  ///
  /// - Parameters:
  ///   - width: the columns of a line, indents included.
  ///   - firstIndent: what the first line begins with, say a bullet.
  ///   - indent: what the other lines begin with. An indent is cut when it leaves less than two
  ///     columns.
  package func wrapped(
    width: Int, firstIndent: StyledText = StyledText(), indent: StyledText = StyledText()
  ) -> [StyledText] {
    if firstIndent.isEmpty, fitsAsItIs(room: max(1, width)) { return [self] }
    let width = max(1, width)
    var head = firstIndent.cut(to: max(0, width - 2))
    if fitsAsItIs(room: width - head.displayWidth) { return [head + self] }
    let atoms = AtomRow(self)
    let body = indent.cut(to: max(0, width - 2))
    var lines: [StyledText] = []
    var start = Self.firstCharacter(of: atoms, room: width - head.displayWidth)
    repeat {
      let (end, next) = Self.line(in: atoms, from: start, room: width - head.displayWidth)
      lines.append(head + atoms.text(start..<end))
      start = next
      head = body
    } while start < atoms.count
    return lines
  }

  /// Whether the text is plain ASCII that one line holds, with no space at either end.
  func fitsAsItIs(room: Int) -> Bool {
    let count = spans.reduce(0) { $0 + $1.text.utf8.count }
    guard count <= room, spans.first?.text.utf8.first != 0x20, spans.last?.text.utf8.last != 0x20
    else { return false }
    return spans.allSatisfy { span in span.text.utf8.allSatisfy { (0x20...0x7E).contains($0) } }
  }

  /// Where the line that begins at `start` ends, and where the one after it begins.
  private static func line(in atoms: AtomRow, from start: Int, room: Int) -> (end: Int, next: Int) {
    var used = 0
    // The last place for a break of each kind.
    var separator: Int?
    var unbroken: Int?
    var welcome: Int?
    // Spaces at the start are no line of their own.
    var isBlank = true
    for index in start..<atoms.count {
      if !isBlank {
        switch LineBreak.before(index, in: atoms) {
        case .forbidden: break
        case .separator: separator = used * 2 > room ? index : separator
        case .unbroken: unbroken = index
        case .welcome: welcome = index
        }
      }
      let atom = atoms[index]
      used += Int(atom.width)
      guard !atom.isSpace else { continue }
      isBlank = false
      guard used > room, index > start else { continue }
      let next = welcome ?? unbroken ?? separator ?? index
      return (trimmed(atoms, from: start, to: next), next)
    }
    return (trimmed(atoms, from: start, to: atoms.count), atoms.count)
  }

  /// The end without the spaces before it.
  private static func trimmed(_ atoms: AtomRow, from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, atoms[end - 1].isSpace { end -= 1 }
    return end
  }

  /// Where to begin: spaces at the start stay, unless they take half the line.
  private static func firstCharacter(of atoms: AtomRow, room: Int) -> Int {
    let text = atoms.all.firstIndex { !$0.isSpace } ?? atoms.count
    let margin = atoms.all[..<text].reduce(0) { $0 + Int($1.width) }
    return margin * 2 > room ? text : 0
  }
}
