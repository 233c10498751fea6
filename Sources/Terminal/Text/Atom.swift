/// One character of a line by its place, with its columns: what wrapping and cutting work on.
struct Atom {
  /// Which span of the line it comes from, and at which byte of that it begins.
  let span: Int32
  let start: Int32

  /// The columns it takes.
  let width: UInt8
  let traits: Traits

  /// Whether a line may be broken here and the character dropped; the no-break spaces are none.
  var isSpace: Bool { traits.contains(.space) }

  /// What a character means to the breaking of lines.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16

    static let ascii = Traits(rawValue: 1 << 0)
    static let space = Traits(rawValue: 1 << 1)
    /// Does not begin a line.
    static let closing = Traits(rawValue: 1 << 2)
    /// Does not end a line.
    static let opening = Traits(rawValue: 1 << 3)
    /// Holds its neighbours.
    static let glue = Traits(rawValue: 1 << 4)
    /// A long word comes apart least badly behind it.
    static let separator = Traits(rawValue: 1 << 5)
    static let hyphen = Traits(rawValue: 1 << 6)
    static let enDash = Traits(rawValue: 1 << 7)
    static let emDash = Traits(rawValue: 1 << 8)
    static let zeroWidthSpace = Traits(rawValue: 1 << 9)
    /// Of a run in which a line break is to be avoided.
    static let unbroken = Traits(rawValue: 1 << 10)
  }
}

/// The characters of a line.
///
/// Parts of the line are cut out by their bytes, so that none is put together character by character.
struct AtomRow {
  private let line: StyledText
  private(set) var all: [Atom] = []

  init(_ line: StyledText) {
    self.line = line
    all.reserveCapacity(line.spans.reduce(0) { $0 + $1.text.utf8.count })
    for (index, span) in line.spans.enumerated() {
      add(span.text, Int32(truncatingIfNeeded: index), span.style.unbroken ? .unbroken : [])
    }
  }

  var count: Int { all.count }

  subscript(index: Int) -> Atom { all[index] }

  /// Some of the characters, as a line.
  func text(_ range: Range<Int>) -> StyledText {
    var text = StyledText()
    var index = range.lowerBound
    while index < range.upperBound {
      let first = all[index]
      while index < range.upperBound, all[index].span == first.span { index += 1 }
      let whole = line.spans[Int(first.span)]
      let isWhole = index == all.count || all[index].span != first.span
      let end = isWhole ? whole.text.utf8.count : Int(all[index].start)
      text.append(printable: whole.text.part(Int(first.start)..<end), whole.style)
    }
    return text
  }

  /// The character at a place.
  func character(at index: Int) -> Character {
    let text = line.spans[Int(all[index].span)].text
    return text[text.utf8.index(text.startIndex, offsetBy: Int(all[index].start))]
  }

  private mutating func add(_ text: String, _ span: Int32, _ style: Atom.Traits) {
    var start: Int32 = 0
    func append(_ width: Int, _ traits: Atom.Traits) {
      all.append(
        Atom(
          span: span, start: start, width: UInt8(truncatingIfNeeded: width),
          traits: traits.union(style)))
    }
    // Without line ends, which no line has, every byte of ASCII is a character.
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 {
        append(byte >= 0x20 && byte != 0x7F ? 1 : 0, Atom.Traits.ofASCII[Int(byte)])
        start += 1
      }
      return
    }
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      let scalar = text.unicodeScalars[index]
      if text.unicodeScalars.index(after: index) == next {
        append(displayWidth(scalar), Atom.Traits(scalar))
      } else {
        append(displayWidth(text[index]), [])
      }
      start += Int32(truncatingIfNeeded: text.utf8.distance(from: index, to: next))
      index = next
    }
  }
}

extension String {
  /// Some bytes of the text, which begin and end with characters.
  fileprivate func part(_ bytes: Range<Int>) -> String {
    let start = utf8.index(startIndex, offsetBy: bytes.lowerBound)
    return String(self[start..<utf8.index(start, offsetBy: bytes.count)])
  }
}

extension Atom.Traits {
  /// What a character of a single code point means.
  init(_ scalar: Unicode.Scalar) {
    self =
      scalar.isASCII ? Self.ofASCII[Int(scalar.value)] : Self.others[scalar] ?? []
  }

  /// The traits of ASCII characters, by their codes.
  static let ofASCII = (0..<128).map { code in
    Unicode.Scalar(UInt32(code)).map { listed[$0, default: []].union(.ascii) } ?? .ascii
  }

  private static let others = listed.filter { !$0.key.isASCII }

  private static let listed: [Unicode.Scalar: Atom.Traits] = {
    var traits: [Unicode.Scalar: Atom.Traits] = [:]
    let characters: [(Atom.Traits, String)] = [
      (
        .space,
        " \u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2008}\u{2009}\u{200A}"
          + "\u{205F}\u{3000}"
      ),
      (
        .closing,
        ".,;:!?)]}\"'»”’…%、。，．・：；？！」』）】》〉〕］｝ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ–—-"
      ),
      (.opening, "([{\"'«“‘「『（【《〈〔［｛$#"),
      (.glue, "\u{A0}\u{2007}\u{202F}\u{2011}\u{2060}\u{FEFF}"),
      (.separator, "/\\?&=._-,:;+|@"), (.hyphen, "-\u{2010}"), (.enDash, "–"), (.emDash, "—"),
      (.zeroWidthSpace, "\u{200B}"),
    ]
    for (trait, text) in characters {
      for scalar in text.unicodeScalars { traits[scalar, default: []].insert(trait) }
    }
    return traits
  }()
}
