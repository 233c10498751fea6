/// The link reference definitions of a document, found by their labels.
struct LinkReferences {
  private(set) var definitions: [LinkDefinition] = []

  /// The first definition of each label.
  private var numbers: [String: Int] = [:]

  /// The number of the first footnote of each label, and how many there are.
  private var footnotes: [String: Int] = [:]
  private var footnoteCount = 0

  /// Takes in a footnote, and gives its number.
  mutating func addFootnote(_ label: ArraySlice<UInt8>) -> Int {
    footnoteCount += 1
    if let key = Self.key(label), footnotes[key] == nil { footnotes[key] = footnoteCount }
    return footnoteCount
  }

  /// The number of the first footnote whose label matches, letter case aside.
  func footnote(_ label: ArraySlice<UInt8>) -> Int? {
    footnotes.isEmpty ? nil : Self.key(label).flatMap { footnotes[$0] }
  }

  var isEmpty: Bool { definitions.isEmpty }

  /// How many bytes of addresses and titles links may still take from their definitions.
  ///
  /// A short label may stand for a long address any number of times, so that a text could be shown
  /// at many times its length: what has no room any more stays text.
  var room = 0

  /// The definition of a label, as long as there is room for what it says.
  mutating func use(_ label: ArraySlice<UInt8>) -> LinkDefinition? {
    guard let found = definition(label) else { return nil }
    let size = found.destination.utf8.count + (found.title?.utf8.count ?? 0)
    guard size <= room else { return nil }
    room -= size
    return found
  }

  /// The first definition whose label matches, letter case and runs of white space aside.
  func definition(_ label: ArraySlice<UInt8>) -> LinkDefinition? {
    guard let key = Self.key(label), let number = numbers[key] else { return nil }
    return definitions[number]
  }

  /// Takes the definitions off the start of a paragraph, and says how many lines they were.
  mutating func takeDefinitions(from text: inout [UInt8], at origin: TextOrigin) -> Int {
    guard text.first == .leftBracket else { return 0 }
    var scanner = ByteScanner(text)
    var places = SourceMap(text, origin)
    while scanner.next == .leftBracket, takeDefinition(&scanner, &places) {}
    let used = text[..<scanner.position]
    let lines = used.count { $0 == .lineFeed } + (used.last ?? .lineFeed == .lineFeed ? 0 : 1)
    text.removeSubrange(..<scanner.position)
    return lines
  }

  private mutating func takeDefinition(
    _ scanner: inout ByteScanner, _ places: inout SourceMap
  ) -> Bool {
    var attempt = scanner
    let place = places.place(of: scanner.position)
    // What GitHub reads as a footnote would lose its text.
    guard let label = attempt.takeLabel(), label.first != .caret, let key = Self.key(label),
      attempt.take(.colon)
    else {
      return false
    }
    attempt.takeSpace()
    let isBracketed = attempt.next == .lessThan
    guard let destination = attempt.takeDestination(), isBracketed || !destination.isEmpty
    else { return false }

    var untitled = attempt
    let endsLine = untitled.takeEndOfLine()
    var title: ArraySlice<UInt8>?
    if attempt.takeSpace() > 0, let found = attempt.takeTitle(), attempt.takeEndOfLine() {
      title = found
    } else if endsLine {
      attempt = untitled
    } else {
      return false
    }
    if numbers[key] == nil { numbers[key] = definitions.count }
    definitions.append(
      LinkDefinition(
        label: String(decoding: label, as: UTF8.self), destination: destination.unescaped,
        title: title?.unescaped, place: place))
    scanner = attempt
    return true
  }

  /// What equal labels have in common; nil for a label of white space alone.
  private static func key(_ label: ArraySlice<UInt8>) -> String? {
    var folded: [UInt8] = []
    var isASCII = true
    for byte in label {
      if !byte.isSpaceOrLineFeed {
        folded.append(byte.uppercased)
        isASCII = isASCII && byte < 0x80
      } else if let last = folded.last, last != .space {
        folded.append(.space)
      }
    }
    if folded.last == .space { folded.removeLast() }
    guard !folded.isEmpty else { return nil }
    let key = String(decoding: folded, as: UTF8.self)
    // Lowercase first, because some letters have an uppercase only by way of their lowercase.
    return isASCII ? key : key.lowercased().uppercased()
  }
}
