import Foundation
import Screens
import Terminal

/// The terminal a lesson is taken at: what is shown, and what is asked.
struct Console {
  /// The reader has gone: nothing can be shown or asked any more.
  struct Closed: Error {}

  let environment: [String: String]
  var keys: KeyReader

  /// How many rows have been shown since a key was pressed, all of which should still be in sight.
  private var unread = 0

  init(environment: [String: String], keys: KeyReader) {
    self.environment = environment
    self.keys = keys
  }

  /// What the terminal can show now: it may have been resized.
  var screen: Screen { Screen(descriptor: STDOUT_FILENO, environment: environment) }

  func write(_ text: String) throws(Closed) {
    do throws(OutputError) { try Output.standard.write(text) } catch { throw Closed() }
  }

  /// Shows a few lines at once.
  mutating func show(_ page: Page) throws(Closed) {
    unread += page.lines.count
    try write(page.lines.rendered(for: page.screen))
  }

  /// What came of showing a page, or of offering some keys.
  enum Shown: Sendable, Hashable {
    case whole

    /// The learner wants to leave instead.
    case left

    /// The learner wants to go back instead.
    case back

    /// The screen has another width: what is on it is to be drawn again.
    case resized
  }

  /// Shows lines, with a pause for a key before anything unread would leave the screen.
  mutating func showPaged(_ page: Page) throws(Closed) -> Shown {
    var rest = page.lines[...]
    while true {
      let part = rest.prefix(Paging.count(of: rest, unread: unread, height: screen.height))
      unread += part.count
      try write(Array(part).rendered(for: page.screen))
      rest = rest.dropFirst(part.count)
      if rest.isEmpty { return .whole }
      switch try choose(KeyLine([(.next, "more"), (.back, "back")])) {
      case .action(.quit): return .left
      case .action(.back): return .back
      case .resized: return .resized
      case .action: continue
      }
    }
  }

  /// What came of offering some keys.
  enum Choice: Sendable, Hashable {
    case action(KeyLine.Action)

    /// The screen has another width: what is on it is to be drawn again.
    case resized
  }

  /// Offers some keys at the bottom of the screen and waits for one of them.
  mutating func choose(_ line: KeyLine) throws(Closed) -> Choice {
    let width = screen.width
    while true {
      let screen = screen
      try write("\r" + line.text(on: screen).rendered(for: screen) + "\u{1B}[K")
      guard let key = keys.next() else { throw Closed() }
      if key == .control("z") {
        try write("\r\u{1B}[K")
        kill(getpid(), SIGTSTP)
      } else if key == .resize {
        try write("\r\u{1B}[K")
        if self.screen.width != width {
          unread = 0
          return .resized
        }
      } else if let action = line.action(for: key) {
        try write("\r\u{1B}[K")
        unread = 0
        return .action(action)
      }
    }
  }

  /// What was typed where text is asked for.
  enum Answer: Sendable, Hashable {
    case text(String)

    /// Escape: the learner would rather not.
    case cancelled

    /// Control-C, Control-D on an empty line, or the end of the input.
    case left
  }

  /// Asks for a line of text.
  ///
  /// A prompt that would take more than half of the screen stands above the line.
  mutating func ask(_ prompt: StyledText, words: [String] = [], history: [String] = [])
    throws(Closed) -> Answer
  {
    var prompt = prompt
    var above: [StyledText] = []
    if prompt.displayWidth > screen.width / 2 {
      above = prompt.wrapped(for: screen)
      try write(above.rendered(for: screen))
      prompt = StyledText("> ", .accent)
    }
    var editor = LineEditor(history: history, words: words)
    while true {
      try write(editor.drawn(after: prompt, on: screen))
      guard let key = keys.next() else { throw Closed() }
      if key == .control("z") {
        kill(getpid(), SIGTSTP)
        continue
      }
      let progress = editor.handle(key)
      guard progress != .editing else { continue }
      // A line that says nothing leaves no trace.
      let erasure = String(repeating: "\u{1B}[A", count: above.count) + "\r\u{1B}[J"
      try write(editor.text.isEmpty ? erasure : "\n")
      unread = 0
      switch progress {
      case .submitted(let text): return .text(text.trimmingCharacters(in: .whitespaces))
      case .cancelled where key == .escape: return .cancelled
      case .cancelled, .endOfInput, .editing: return .left
      }
    }
  }
}

/// Where text is cut into screenfuls.
enum Paging {
  /// How many of the lines to show before the next pause.
  ///
  /// A table or a chart is kept whole where a screen can hold it.
  ///
  /// - Parameters:
  ///   - lines: what is left to show, blocks parted by empty lines.
  ///   - unread: the rows on the screen that have to stay there.
  ///   - height: the rows of the screen, of which one is for the keys and one stays free.
  static func count(of lines: ArraySlice<StyledText>, unread: Int, height: Int) -> Int {
    let screenful = max(1, height - 2)
    let room = screenful - unread
    guard lines.count > room else { return lines.count }
    let part = lines.prefix(max(0, room))
    let end = part.indices.last { part[$0].isEmpty && !isHeading(before: $0, in: part) }
    let whole = end.map { $0 - lines.startIndex + 1 } ?? 0
    guard unread == 0 else { return whole }
    let following = lines.dropFirst(whole).prefix { !$0.isEmpty }.count
    return whole > 0 && following <= screenful ? whole : part.count
  }

  /// Whether the block that ends at an empty line is a heading, which belongs to what follows it:
  /// a single line, at the left edge or in bold.
  private static func isHeading(before end: Int, in lines: ArraySlice<StyledText>) -> Bool {
    guard end > lines.startIndex, let first = lines[end - 1].spans.first else { return true }
    let isAlone = end - 1 == lines.startIndex || lines[end - 2].isEmpty
    let isIndented = first.text.hasPrefix(" ")
    let text = first.text.allSatisfy { $0 == " " } ? lines[end - 1].spans.dropFirst().first : first
    return isAlone && (!isIndented || text?.style.bold ?? false)
  }
}
