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
      try showPart(of: &rest, on: page.screen)
      if rest.isEmpty { return .whole }
      switch try choose(KeyLine([(.next, "more"), (.back, "back")])) {
      case .action(.quit): return .left
      case .action(.back): return .back
      case .resized: return .resized
      case .action, .answer: continue
      }
    }
  }

  /// Shows as many of the lines as there is room for below what is unread, and takes them out.
  mutating func showPart(of rest: inout ArraySlice<StyledText>, on screen: Screen)
    throws(Closed)
  {
    let part = rest.prefix(Paging.count(of: rest, unread: unread, height: self.screen.height))
    unread += part.count
    try write(Array(part).rendered(for: screen))
    rest = rest.dropFirst(part.count)
  }

  /// How many pauses there would be before the last of some lines.
  func pauses(in lines: [StyledText]) -> Int {
    var (rest, above, pauses) = (lines[...], unread, 0)
    while true {
      let count = Paging.count(of: rest, unread: above, height: screen.height)
      rest = rest.dropFirst(count)
      guard !rest.isEmpty, count > 0 || above > 0 else { return pauses }
      (above, pauses) = (0, pauses + 1)
    }
  }

  /// Whether nothing has been shown since a key was pressed.
  var isFresh: Bool { unread == 0 }

  /// What came of offering some keys.
  enum Choice: Sendable, Hashable {
    case action(KeyLine.Action)

    /// An answer is begun with what was typed.
    case answer(String)

    /// The screen has another width: what is on it is to be drawn again.
    case resized
  }

  /// Offers some keys at the bottom of the screen and waits for one of them.
  mutating func choose(_ line: KeyLine) throws(Closed) -> Choice {
    while true {
      let screen = screen
      let text = line.text(on: screen)
      try write("\r" + text.rendered(for: screen) + "\u{1B}[K")
      let drawn = Drawn(
        text: text.adapted(to: screen).text, cursor: text.adapted(to: screen).displayWidth,
        width: screen.width)
      guard let key = keys.next() else { throw Closed() }
      if self.screen.width != screen.width {
        keys.putBack(key)
        try erase(drawn)
        unread = 0
        return .resized
      }
      if key == .control("z") {
        try erase(drawn)
        suspendJob()
      } else if let action = line.action(for: key) {
        try erase(drawn)
        unread = 0
        return .action(action)
      } else if let beginning = line.beginning(of: key) {
        try erase(drawn)
        unread = 0
        return .answer(beginning)
      } else if key == KeyLine.listKey {
        try erase(drawn)
        unread = 0
        try showList(line)
      }
    }
  }

  /// Shows what every key does that is offered.
  private mutating func showList(_ line: KeyLine) throws(Closed) {
    var page = Page(screen)
    page.table(
      TextTable(
        [.init(""), .init("")],
        rows: line.list.map {
          [StyledText($0.keys, Style(.accent, unbroken: true)), StyledText($0.gloss)]
        }))
    page.blank()
    try show(page)
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
  /// A prompt that would leave too little room stands above the line.
  ///
  /// - Parameter beginning: what stands on the line at first.
  mutating func ask(
    _ prompt: StyledText, words: [String] = [], history: [String] = [], beginning: String = ""
  ) throws(Closed) -> Answer {
    var editor = LineEditor(history: history, words: words)
    if !beginning.isEmpty { _ = editor.handle(.paste(beginning)) }
    var drawn: Drawn?
    var inline = prompt
    while true {
      let screen = screen
      if let old = drawn, old.width != screen.width {
        try erase(old)
        drawn = nil
      }
      var above = drawn?.above ?? []
      if drawn == nil {
        inline = prompt
        if !LineEditor.hasRoom(for: prompt, on: screen) {
          let lines = prompt.wrapped(for: screen)
          try write(lines.rendered(for: screen))
          above = lines.map { $0.adapted(to: screen).text }
          inline = StyledText("> ", .accent)
        }
      }
      let line = editor.drawn(after: inline, on: screen)
      try write(line.codes)
      let now = Drawn(above: above, text: line.text, cursor: line.cursor, width: screen.width)
      drawn = now
      guard let key = keys.next() else { throw Closed() }
      if key == .control("z") {
        try erase(now)
        drawn = nil
        suspendJob()
        continue
      }
      let progress = editor.handle(key)
      guard progress != .editing else { continue }
      // A line that says nothing leaves no trace.
      if editor.text.isEmpty { try erase(now) } else { try write("\n") }
      unread = 0
      switch progress {
      case .submitted(let text): return .text(text.trimmingCharacters(in: .whitespaces))
      case .cancelled where key == .escape: return .cancelled
      case .cancelled, .endOfInput, .editing: return .left
      }
    }
  }

  /// What is at the bottom of the screen while a key is waited for.
  private struct Drawn {
    /// The rows above the one of the cursor.
    var above: [String] = []
    /// The row of the cursor, and how many columns are before it.
    let text: String
    let cursor: Int
    /// The width it was drawn for.
    let width: Int
  }

  /// How long a terminal may take to say where its cursor is.
  private static let patience = Duration.milliseconds(400)

  /// Takes what was drawn off the screen, the cursor where it began.
  ///
  /// A screen that has become narrower may have broken the rows.
  private mutating func erase(_ drawn: Drawn) throws(Closed) {
    var up = drawn.above.count
    while screen.width < drawn.width {
      let width = screen.width
      let line = BrokenLine(drawn.text, cursor: drawn.cursor, width: width)
      let rows = drawn.above.reduce(0) { $0 + BrokenLine.rows(of: $1, width: width) }
      guard line.row > 0 || rows > drawn.above.count else { break }
      try write(KeyReader.cursorQuestion)
      let told = keys.cursorColumn(timeout: Self.patience)
      guard width == screen.width else { continue }
      if let told, let above = line.rowsAbove(told) { up = rows + above }
      break
    }
    try write((up > 0 ? "\u{1B}[\(up)A" : "") + "\r\u{1B}[J")
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
  ///   - height: the rows of the screen, of which one is for the keys, and of few two, as a prompt may
  ///     take more than one.
  static func count(of lines: ArraySlice<StyledText>, unread: Int, height: Int) -> Int {
    let screenful = max(1, height - (height < lowHeight ? 2 : 1))
    let room = screenful - unread
    guard lines.count > room else { return lines.count }
    let part = lines.prefix(max(0, room))
    let end = part.indices.last { part[$0].isEmpty && !isHeading(before: $0, in: part) }
    let whole = end.map { $0 - lines.startIndex + 1 } ?? 0
    guard unread == 0 else { return whole }
    let following = lines.dropFirst(whole).prefix { !$0.isEmpty }.count
    return whole > 0 && following <= screenful ? whole : part.count
  }

  /// The rows below which a screen is so small that prompts are broken.
  private static let lowHeight = 20

  /// The most lines of a heading.
  private static let longestHeading = 3

  /// Whether the block that ends at an empty line is a heading, which belongs to what follows it: a
  /// few lines of which the first begins at the left edge, or a single one in bold.
  private static func isHeading(before end: Int, in lines: ArraySlice<StyledText>) -> Bool {
    guard end > lines.startIndex, !lines[end - 1].isEmpty else { return true }
    var first = end - 1
    while first > lines.startIndex, !lines[first - 1].isEmpty { first -= 1 }
    guard end - first <= longestHeading, let span = lines[first].spans.first else { return false }
    if !span.text.hasPrefix(" ") { return true }
    let isMargin = span.text.allSatisfy { $0 == " " }
    let text = isMargin ? lines[first].spans.dropFirst().first : span
    return end - first == 1 && text?.style.bold ?? false
  }
}
