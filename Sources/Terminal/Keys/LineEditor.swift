/// One line of text being typed: what the keys do to it, without a terminal.
package struct LineEditor: Sendable {
  /// How far the line has got.
  package enum Progress: Sendable, Hashable {
    case editing
    case submitted(String)
    /// Escape or Control-C.
    case cancelled
    /// The input has ended, or Control-D was typed on an empty line.
    case endOfInput
  }

  /// The line's characters, never a control among them.
  package private(set) var characters: [Character] = []
  /// How many characters are before the cursor.
  package private(set) var cursor = 0

  private let history: [String]
  private let words: [String]
  private let limit: Int
  /// The place in the history; its count stands for the line that was being typed.
  private var place: Int
  private var draft = ""

  /// An empty line.
  ///
  /// - Parameters:
  ///   - history: earlier lines, the oldest first, for the up and down keys.
  ///   - words: what the tab key completes a word to.
  ///   - limit: how many Unicode scalars the line may hold; more are not taken.
  package init(history: [String] = [], words: [String] = [], limit: Int = 4096) {
    self.history = history
    self.words = words
    self.limit = limit
    place = history.count
  }

  /// The line as it would be submitted.
  package var text: String { String(characters) }

  /// Takes one key into account; keys that mean nothing here change nothing.
  package mutating func handle(_ key: Key) -> Progress {
    switch key {
    case .enter: return .submitted(text)
    case .escape, .control("c"): return .cancelled
    case .endOfInput: return .endOfInput
    case .control("d") where characters.isEmpty: return .endOfInput
    case .character(let character): insert(String(character))
    case .paste(let text): insert(text.trimmingLineEnds)
    case .backspace, .control("h"): remove(cursor - 1..<cursor)
    case .delete, .control("d"): remove(cursor..<cursor + 1)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .control("u"): remove(0..<cursor)
    case .control("k"): remove(cursor..<characters.count)
    case .control("w"): remove(startOfWord..<cursor)
    case .up, .control("p"): recall(place - 1)
    case .down, .control("n"): recall(place + 1)
    case .tab: complete()
    case .modified(let key, _): return handle(key)
    case .pageUp, .pageDown, .backtab, .mouse, .resize, .place, .control: break
    }
    return .editing
  }

  private mutating func insert(_ text: String) {
    let used = characters.reduce(0) { $0 + $1.unicodeScalars.count }
    let room = max(0, limit - used)
    let before =
      String(characters[..<cursor])
      + String(String.UnicodeScalarView(printable(text).unicodeScalars.prefix(room)))
    let after = String(characters[cursor...])
    // A combining mark may join the character before it, so that the count is taken anew.
    characters = Array(before + after)
    cursor = min(before.count, characters.count)
  }

  private mutating func remove(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<characters.count)
    characters = Array(String(characters[..<range.lowerBound] + characters[range.upperBound...]))
    cursor = min(range.lowerBound, characters.count)
  }

  /// Where the word before the cursor begins, spaces after it included.
  private var startOfWord: Int {
    let spaces = characters[..<cursor].reversed().prefix { $0 == " " }.count
    let word = characters[..<(cursor - spaces)].reversed().prefix { $0 != " " }.count
    return cursor - spaces - word
  }

  private mutating func recall(_ index: Int) {
    guard 0...history.count ~= index else { return }
    if place == history.count { draft = text }
    place = index
    characters = []
    cursor = 0
    insert(index < history.count ? history[index] : draft)
  }

  /// Completes the word before the cursor as far as the known words agree.
  private mutating func complete() {
    let start = characters[..<cursor].lastIndex(of: " ").map { $0 + 1 } ?? 0
    let word = String(characters[start..<cursor])
    let matches = words.filter { $0.hasPrefix(word) }
    guard let first = matches.first else { return }
    let common = matches.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    insert(String(common.dropFirst(word.count)))
    let isDone = matches.count == 1 && (cursor == characters.count || characters[cursor] != " ")
    if isDone { insert(" ") }
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }

  /// Without the line ends that come with a copied line.
  fileprivate var trimmingLineEnds: String {
    var text = self[...]
    while text.first?.isNewline ?? false { text.removeFirst() }
    while text.last?.isNewline ?? false { text.removeLast() }
    return String(text)
  }
}

extension LineEditor {
  /// The line as it is drawn, the cursor in its place.
  package struct Drawing: Sendable, Hashable {
    /// The prompt and the part of the line that has room.
    package let text: String
    /// How many columns are before the cursor.
    package let cursor: Int
    /// What to write to draw it over its earlier state.
    package let codes: String
  }

  /// The fewest columns that are left to the line behind its prompt.
  private static let leastRoom = 10

  /// Whether a prompt leaves the line room enough on its row; one that does not is cut.
  package static func hasRoom(for prompt: StyledText, on screen: Screen) -> Bool {
    prompt.adapted(to: screen).displayWidth <= longestPrompt(on: screen)
  }

  /// One column stays free for the cursor at the end, and one so that the line never wraps.
  private static func longestPrompt(on screen: Screen) -> Int { screen.width - leastRoom - 2 }

  /// The line drawn behind a prompt.
  ///
  /// A line longer than the screen is wide shows the part around the cursor.
  package func drawn(after prompt: StyledText, on screen: Screen) -> Drawing {
    let prompt = prompt.adapted(to: screen).cut(to: Self.longestPrompt(on: screen))
    let cells = characters.map { Self.cell($0, screen) }
    let room = screen.width - prompt.displayWidth - 2
    var start = cursor
    var before = 0
    while start > 0, before + cells[start - 1].width <= room {
      start -= 1
      before += cells[start].width
    }
    var shown = ""
    var used = 0
    for cell in cells[start...] {
      guard used + cell.width <= room else { break }
      shown += cell.text
      used += cell.width
    }
    let column = prompt.displayWidth + before
    let place = column > 0 ? "\u{1B}[\(column)C" : ""
    return Drawing(
      text: prompt.text + shown, cursor: column,
      codes: "\r" + prompt.rendered(for: screen) + shown + "\u{1B}[K\r" + place)
  }

  /// A character as the screen can show it.
  private static func cell(_ character: Character, _ screen: Screen) -> (text: String, width: Int) {
    guard screen.usesUnicode || character.isASCII else { return ("?", 1) }
    return (String(character), displayWidth(character))
  }
}
