import Foundation
import Terminal

/// The line at the bottom of the screen that says which keys do what.
struct KeyLine: Sendable {
  /// What a key asks for.
  enum Action: Sendable, Hashable {
    case next
    case back
    case again
    case values

    /// The full screen, on which knobs are turned.
    case play

    /// All metrics of the runs in sight, or again the few that the lesson shows.
    case metrics
    case answer
    case hint
    case solution
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
    switch key.plain {
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
    ("n", .next), ("b", .back), ("r", .again), ("t", .values), ("p", .play), ("m", .metrics),
    ("a", .answer),
    ("h", .hint), ("o", .solution), ("s", .skip), ("q", .quit),
  ]

  /// The line, narrower than the screen: in full, or in fewer words, or the first key and the last.
  func text(on screen: Screen) -> StyledText {
    let ends = [actions.first, actions.last].compactMap(\.self)
    let enter = screen.usesUnicode ? "⏎" : "enter"
    let forms = [
      text(actions, enter: "enter", gap: "   ", list: "all keys") { $0 },
      text(actions, enter: "enter", gap: "   ") { $0 },
      text(actions, enter: enter, gap: "  ", list: "keys") { $0.firstWord },
      text(actions, enter: enter, gap: "  ") { $0.firstWord },
      text(actions, enter: enter, gap: " ") { $0.firstWord },
      text(ends, enter: enter, gap: "  ", list: "keys") { $0.firstWord },
      text(ends, enter: enter, gap: "  ") { $0.firstWord },
      text(ends, enter: enter, gap: " ") { $0.firstWord },
    ].map { $0.adapted(to: screen) }
    let fitting = forms.first { $0.displayWidth < screen.width }
    return fitting ?? forms[forms.count - 1].truncated(to: screen.width - 1, mark: "")
  }

  private func text(
    _ actions: [(action: Action, gloss: String)], enter: String, gap: String,
    list: String? = nil, _ gloss: (String) -> String
  ) -> StyledText {
    var parts = actions.enumerated().map { index, each in
      let letter = Self.letters.first { $0.action == each.action }?.letter ?? ""
      return StyledText(index == 0 ? enter : letter, Style(.accent, bold: true))
        + StyledText(" \(gloss(each.gloss))", .muted)
    }
    if let list, parts.count > 1 {
      parts.insert(
        StyledText("?", Style(.accent, bold: true)) + StyledText(" \(list)", .muted),
        at: parts.count - 1)
    }
    return .joined(parts, by: StyledText(gap))
  }
}

extension KeyLine {
  /// The key that lists all others.
  static let listKey = Key.character("?")

  /// The beginning of an answer that a key is, where answers are taken: a digit, a point or a minus.
  func beginning(of key: Key) -> String? {
    guard actions.contains(where: { $0.action == .answer }) else { return nil }
    let text: String
    switch key {
    case .character(let character): text = String(character)
    case .paste(let pasted): text = pasted.trimmingCharacters(in: .whitespacesAndNewlines)
    default: return nil
    }
    guard let first = text.first, first.isASCII && first.isNumber || ".-−".contains(first) else {
      return nil
    }
    return text
  }

  /// Every key that means something here, and what it does.
  var list: [(keys: String, gloss: String)] {
    var list = actions.enumerated().map { index, each in
      let letter = Self.letters.first { $0.action == each.action }?.letter
      var keys = index == 0 && each.action != .quit ? ["enter", "space", "→"] : []
      if each.action != .next || index > 0 { keys += [letter].compactMap(\.self) }
      switch each.action {
      case .back: keys += ["←"]
      case .quit: keys += ["escape", "control-C"]
      default: break
      }
      return (keys: keys.joined(separator: ", "), gloss: each.gloss)
    }
    if actions.contains(where: { $0.action == .answer }) {
      list.insert((keys: "0 … 9, ., -", gloss: "begin an answer with it"), at: list.count - 1)
    }
    list.insert((keys: "?", gloss: "this list"), at: list.count - 1)
    return list
  }
}

extension String {
  fileprivate var firstWord: String { split(separator: " ").first.map(String.init) ?? "" }
}
