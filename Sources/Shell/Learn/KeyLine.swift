import Terminal

/// The line at the bottom that says which keys do what.
struct KeyLine: Sendable {
  /// What a key asks for.
  enum Action: Sendable, Hashable {
    case next
    case back
    case again
    case values
    case answer
    case hint
    case skip
    case quit
  }

  /// The actions offered, the one of the enter key first.
  let actions: [(action: Action, gloss: String)]

  init(_ actions: [(Action, String)]) {
    self.actions = actions.map { (action: $0.0, gloss: $0.1) } + [(.quit, "quit")]
  }

  /// What a key means here; nil if nothing.
  func action(for key: Key) -> Action? {
    let meant: Action
    switch key {
    case .enter, .character(" "), .right, .down, .pageDown: return actions.first?.action
    case .control("c"), .control("d"), .endOfInput, .escape, .character("q"), .character("Q"):
      return .quit
    case .left, .up, .pageUp, .backspace: meant = .back
    case .character(let letter):
      guard let action = Self.letters.first(where: { $0.letter == letter.lowercased() })?.action
      else { return nil }
      meant = action
    default: return nil
    }
    return actions.contains { $0.action == meant } ? meant : nil
  }

  private static let letters: [(letter: String, action: Action)] = [
    ("n", .next), ("b", .back), ("r", .again), ("t", .values), ("a", .answer), ("h", .hint),
    ("s", .skip), ("q", .quit),
  ]

  /// The line, cut where it does not fit.
  func text(width: Int) -> StyledText {
    var text = StyledText()
    for (index, (action, gloss)) in actions.enumerated() {
      let key =
        index == 0 ? "enter" : Self.letters.first { $0.action == action }?.letter ?? ""
      let part =
        StyledText(key, Style(.accent, bold: true)) + StyledText(" \(gloss)", .muted)
      let gap = index == 0 ? "" : "   "
      text.append(gap)
      text.append(part)
    }
    return text.displayWidth < width ? text : compact.truncated(to: max(1, width - 1))
  }

  /// The line with each word for itself only where it is short: for narrow screens.
  private var compact: StyledText {
    var text = StyledText()
    for (index, (action, gloss)) in actions.enumerated() {
      let key = index == 0 ? "⏎" : Self.letters.first { $0.action == action }?.letter ?? ""
      let word = gloss.split(separator: " ").first.map(String.init) ?? ""
      text.append(index == 0 ? "" : " ")
      text.append(key, Style(.accent, bold: true))
      text.append(" \(word)", .muted)
    }
    return text
  }
}
