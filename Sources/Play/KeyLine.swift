import Terminal

/// The line at the bottom that says which keys do what.
struct KeyLine: Sendable {
  /// What a key asks for.
  enum Action: Sendable, Hashable {
    case next
    case back
    case again
    case values

    /// All metrics of the runs in sight, or again the few that the lesson shows.
    case metrics
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
    ("n", .next), ("b", .back), ("r", .again), ("t", .values), ("m", .metrics), ("a", .answer),
    ("h", .hint),
    ("s", .skip), ("q", .quit),
  ]

  /// The line, narrower than the screen: in full, or in fewer words, or the first key and the last.
  func text(on screen: Screen) -> StyledText {
    let ends = [actions.first, actions.last].compactMap(\.self)
    let enter = screen.usesUnicode ? "⏎" : "enter"
    let forms = [
      text(actions, enter: "enter", gap: "   ") { $0 },
      text(actions, enter: enter, gap: "  ") { $0.firstWord },
      text(actions, enter: enter, gap: " ") { $0.firstWord },
      text(ends, enter: enter, gap: "  ") { $0.firstWord },
      text(ends, enter: enter, gap: " ") { $0.firstWord },
    ].map { $0.adapted(to: screen) }
    let fitting = forms.first { $0.displayWidth < screen.width }
    return fitting ?? forms[forms.count - 1].truncated(to: screen.width - 1, mark: "")
  }

  private func text(
    _ actions: [(action: Action, gloss: String)], enter: String, gap: String,
    _ gloss: (String) -> String
  ) -> StyledText {
    let parts = actions.enumerated().map { index, each in
      let letter = Self.letters.first { $0.action == each.action }?.letter ?? ""
      return StyledText(index == 0 ? enter : letter, Style(.accent, bold: true))
        + StyledText(" \(gloss(each.gloss))", .muted)
    }
    return .joined(parts, by: StyledText(gap))
  }
}

extension String {
  fileprivate var firstWord: String { split(separator: " ").first.map(String.init) ?? "" }
}
