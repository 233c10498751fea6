/// Where text stands in a space wider than itself.
package enum Alignment: Sendable, Hashable {
  case leading
  case trailing
  case centre
}

extension StyledText {
  /// So many spaces; none for a count below one.
  package static func spaces(_ count: Int) -> StyledText {
    StyledText(String(repeating: " ", count: max(0, count)))
  }

  /// The text if it fits, else its beginning with `mark` at the end, `width` columns at most.
  package func truncated(to width: Int, mark: String = "…") -> StyledText {
    guard displayWidth > width else { return self }
    let room = width - Terminal.displayWidth(mark)
    guard room >= 0 else { return cut(to: width) }
    var text = cut(to: room)
    text.append(mark, text.spans.last?.style ?? spans.first?.style ?? .plain)
    return text
  }

  /// The text with spaces beside it up to `width` columns; wider text stays as it is.
  package func padded(to width: Int, alignment: Alignment = .leading) -> StyledText {
    let missing = width - displayWidth
    guard missing > 0 else { return self }
    let before =
      switch alignment {
      case .leading: 0
      case .trailing: missing
      case .centre: missing / 2
      }
    return .spaces(before) + self + .spaces(missing - before)
  }

  /// The whole characters at the beginning that fit into `width` columns.
  package func cut(to width: Int) -> StyledText {
    guard displayWidth > width else { return self }
    let atoms = AtomRow(self)
    var used = 0
    let end = atoms.all.firstIndex { atom in
      used += Int(atom.width)
      return used > width
    }
    return atoms.text(0..<(end ?? atoms.count))
  }

  /// The text without spaces at its end.
  package var trimmed: StyledText {
    guard spans.last?.text.utf8.last == 0x20 else { return self }
    var text = self
    while let end = text.spans.last?.text.unicodeScalars {
      let kept = end.lastIndex { !Atom.Traits($0).contains(.space) }
      text.cutLastSpan(behind: kept)
      if kept != nil { break }
    }
    return text
  }

  /// The same characters in one style.
  package func styled(_ style: Style) -> StyledText { StyledText(text, style) }

  /// The parts one after another with a separator between them.
  package static func joined(_ parts: [StyledText], by separator: StyledText = " ") -> StyledText {
    var whole = StyledText()
    for (index, part) in parts.enumerated() {
      if index > 0 { whole.append(separator) }
      whole.append(part)
    }
    return whole
  }
}

extension [StyledText] {
  /// The lines, each after a prefix; `first` where the first line has one of its own.
  ///
  /// An empty line gets the prefix without the spaces at its end.
  package func prefixed(_ prefix: StyledText, first: StyledText? = nil) -> [StyledText] {
    enumerated().map { index, line in
      let prefix = index == 0 ? first ?? prefix : prefix
      return line.isEmpty ? prefix.trimmed : prefix + line
    }
  }
}
