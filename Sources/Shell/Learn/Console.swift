import Course
import Experiments
import Foundation
import Terminal

/// The terminal a lesson is taken at: what is shown, and what is asked.
struct Console {
  /// The reader has gone: nothing can be shown or asked any more.
  struct Closed: Error {}

  let environment: [String: String]
  var keys: KeyReader

  /// What the terminal can show now: it may have been resized.
  var screen: Screen { Screen(descriptor: STDOUT_FILENO, environment: environment) }

  func write(_ text: String) throws(Closed) {
    do throws(OutputError) { try Output.standard.write(text) } catch { throw Closed() }
  }

  func show(_ page: Page) throws(Closed) {
    try write(page.lines.rendered(for: page.screen))
  }

  /// Shows lines a screenful at a time; a key goes on to the next.
  ///
  /// - Returns: false if the learner wants to leave instead.
  mutating func showPaged(_ page: Page) throws(Closed) -> Bool {
    var rest = page.lines[...]
    while true {
      let room = max(4, screen.height - 3)
      let part = rest.prefix(Self.cut(rest, room: room))
      try write(Array(part).rendered(for: page.screen))
      rest = rest.dropFirst(part.count)
      if rest.isEmpty { return true }
      switch try choose(KeyLine([(.next, "more")])) {
      case .action(.quit): return false
      case .action, .resized: continue
      }
    }
  }

  /// How many lines fit, ending at an empty line where one is near.
  private static func cut(_ lines: ArraySlice<StyledText>, room: Int) -> Int {
    guard lines.count > room else { return lines.count }
    let part = lines.prefix(room)
    guard let empty = part.lastIndex(where: \.isEmpty) else { return room }
    let count = empty - lines.startIndex + 1
    return count > room / 2 ? count : room
  }

  /// What came of offering some keys.
  enum Choice: Sendable, Hashable {
    case action(KeyLine.Action)

    /// The screen has another size: what is on it is to be drawn again.
    case resized
  }

  /// Offers some keys at the bottom of the screen and waits for one of them.
  mutating func choose(_ line: KeyLine) throws(Closed) -> Choice {
    let screen = screen
    let text = line.text(width: screen.width).adapted(to: screen)
    try write("\r" + text.rendered(for: screen) + "\u{1B}[K")
    while let key = keys.next() {
      if key == .control("z") {
        try write("\r\u{1B}[K")
        kill(getpid(), SIGTSTP)
        continue
      }
      if key == .resize {
        try write("\r\u{1B}[K")
        return .resized
      }
      if let action = line.action(for: key) {
        try write("\r\u{1B}[K")
        return .action(action)
      }
    }
    throw Closed()
  }

  /// Asks for a line of text.
  ///
  /// - Returns: the line, or nil if the learner would rather not.
  mutating func ask(_ prompt: StyledText, words: [String] = [], history: [String] = [])
    throws(Closed) -> String?
  {
    var editor = LineEditor(history: history, words: words)
    while true {
      try write(editor.drawn(after: prompt, on: screen))
      guard let key = keys.next() else { throw Closed() }
      switch editor.handle(key) {
      case .editing: continue
      case .submitted(let text):
        try write("\n")
        return text
      case .cancelled, .endOfInput:
        try write("\n")
        return nil
      }
    }
  }
}
