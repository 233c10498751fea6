/// Where formulas in TeX end, which stand as they are written: CommonMark knows none, and would take
/// their backslashes for escapes and their stars for emphasis.
///
/// They stand between dollars, one or two, as on GitHub; between `\(` and `\)`; between `\[` and `\]`
/// on lines of their own; and from `\begin{` to `\end{…}`. A dollar begins one if no space follows it,
/// and ends one if none stands before it and no letter or digit behind it, so that prices are none (as
/// Pandoc has it). No formula holds code or the middle of a link.
struct FormulaEnds {
  private var dollar = NextPlace()
  private var dollars = NextPlace()
  private var parenthesis = NextPlace()
  private var bracket = NextPlace()
  private var stranger = NextPlace()
  private var sign = NextPlace()

  /// Where the last `\end{…}` ends, once it was looked for.
  private var environmentEnd: Int??

  /// Where the formula ends that begins with the dollars at a place; nil if none does.
  mutating func end(ofDollarsAt start: Int, _ width: Int, in bytes: [UInt8]) -> Int? {
    let content = start + width
    guard width <= 2, content < bytes.count else { return nil }
    if width == 2 {
      return Self.end(&dollars, &stranger, 2, content, bytes) { bytes.isDollar(2, at: $0) }
    }
    guard !bytes[content].isSpaceOrLineFeed, start == 0 || !bytes[start - 1].isLetterOrDigit else {
      return nil
    }
    return Self.end(&dollar, &stranger, 1, content, bytes) { place in
      bytes.isDollar(1, at: place) && !bytes[place - 1].isSpaceOrLineFeed
        && !(place + 1 < bytes.count && bytes[place + 1].isLetterOrDigit)
    }
  }

  /// Where the formula ends that begins with the backslash at a place; nil if none does.
  mutating func end(ofCommandAt start: Int, in bytes: [UInt8]) -> Int? {
    let content = start + 2
    guard content < bytes.count else { return nil }
    switch bytes[start + 1] {
    case .leftParenthesis:
      // Behind a bracket it only keeps this from being a link.
      guard start == 0 || bytes[start - 1] != .rightBracket else { return nil }
      return Self.end(&parenthesis, &stranger, 2, content, bytes) {
        bytes.isCommand(.rightParenthesis, at: $0)
      }
    case .leftBracket:
      guard start == 0 || bytes[start - 1] == .lineFeed,
        let end = Self.end(
          &bracket, &stranger, 2, content, bytes, { bytes.isCommand(.rightBracket, at: $0) }),
        end == bytes.count || bytes[end] == .lineFeed,
        let sign = sign.place(
          from: content, in: bytes, where: { "\\^_={".utf8.contains(bytes[$0]) }),
        sign < end - 2
      else { return nil }
      return end
    case UInt8(ascii: "b") where bytes.holds("begin{", at: start + 1):
      let end = environmentEnd ?? bytes.endOfLastEnvironment
      environmentEnd = .some(end)
      return end.map { $0 > start } ?? false ? end : nil
    default: return nil
    }
  }

  /// The end behind the next sign of some width, with something before it; nil if that is strange.
  private static func end(
    _ next: inout NextPlace, _ stranger: inout NextPlace, _ width: Int, _ content: Int,
    _ bytes: [UInt8],
    _ isEnd: (Int) -> Bool
  ) -> Int? {
    guard let place = next.place(from: content + 1, in: bytes, where: isEnd) else { return nil }
    let stranger = stranger.place(from: content, in: bytes) { place in
      bytes[place] == .backtick || bytes.holds("](", at: place)
    }
    return stranger.map { $0 < place } ?? false ? nil : place + width
  }
}

/// The next place at which something stands, found in one way through a text: the places from which on
/// it is asked for only rise.
private struct NextPlace {
  private var found = -1

  mutating func place(from start: Int, in bytes: [UInt8], where stands: (Int) -> Bool) -> Int? {
    if found < start {
      found = start
      while found < bytes.count, !stands(found) { found += 1 }
      if found >= bytes.count { found = .max }
    }
    return found == .max ? nil : found
  }
}

extension [UInt8] {
  /// Whether a text stands at a place.
  fileprivate func holds(_ text: StaticString, at place: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    return place + length <= count
      && (0..<length).allSatisfy { self[place + $0] == text.utf8Start[$0] }
  }

  /// Whether the dollars at a place, as many as given and no more, are no escaped ones.
  fileprivate func isDollar(_ width: Int, at place: Int) -> Bool {
    guard self[place] == .dollar, place == 0 || self[place - 1] != .dollar, place + width <= count,
      self[place + width - 1] == .dollar, place + width == count || self[place + width] != .dollar
    else { return false }
    return !isEscaped(at: place)
  }

  /// Whether a command of TeX of one sign stands at a place.
  fileprivate func isCommand(_ sign: UInt8, at place: Int) -> Bool {
    self[place] == .backslash && place + 1 < count && self[place + 1] == sign
      && !isEscaped(at: place)
  }

  /// Where the last `\end{…}` ends.
  fileprivate var endOfLastEnvironment: Int? {
    indices.last { holds("\\end{", at: $0) }
      .flatMap { self[$0...].firstIndex(of: UInt8(ascii: "}")) }.map { $0 + 1 }
  }

  private func isEscaped(at place: Int) -> Bool {
    var start = place
    while start > 0, self[start - 1] == .backslash { start -= 1 }
    return (place - start) % 2 == 1
  }
}

/// The beginning of a formula that takes lines of its own, none of which begins a block.
enum FormulaBlock {
  case dollars, bracket, environment

  /// Reads the beginning of one on a line whose text is given, unless it ends there too.
  init?(_ line: ArraySlice<UInt8>) {
    let text = Array(line.trimmed)
    if text.holds("$$", at: 0), !text.holds("$$$", at: 0) {
      self = .dollars
    } else if text.elementsEqual("\\[".utf8) {
      self = .bracket
    } else if text.holds("\\begin{", at: 0) {
      self = .environment
    } else {
      return nil
    }
    guard !ends(in: text.dropFirst(2)) else { return nil }
  }

  /// Whether the formula ends on a line.
  func ends(in line: ArraySlice<UInt8>) -> Bool {
    let text = Array(line)
    let end: StaticString =
      switch self {
      case .dollars: "$$"
      case .bracket: "\\]"
      case .environment: "\\end{"
      }
    return text.indices.contains { text.holds(end, at: $0) }
  }
}
