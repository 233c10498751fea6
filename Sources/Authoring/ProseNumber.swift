import Experiments
import Markdown

/// A number in running text.
struct ProseNumber: Sendable, Hashable {
  /// As it is written, without its sign.
  let text: String
  let value: Double
  let isPercentage: Bool

  /// The word before it, in lowercase; empty at the beginning.
  let wordBefore: String

  /// How many bytes of the text stand before it.
  let offset: Int

  /// Whether it names something rather than measuring it: a year, a section, a count on one hand.
  var isPlain: Bool {
    let isWhole = !text.contains(".") && !text.contains("e")
    if isWhole, value < 10, !isPercentage { return true }
    return isReference
  }

  /// Whether it is a year or the number of a section or the like.
  var isReference: Bool {
    let isWhole = !text.contains(".") && !text.contains("e")
    if isWhole, (1800...2099).contains(value), text.count == 4, !isPercentage { return true }
    return Self.references.contains(wordBefore)
  }

  private static let references: Set = [
    "section", "sections", "chapter", "chapters", "page", "pages", "p.", "pp.", "figure", "figures",
    "table", "tables", "equation", "equations", "lesson", "lessons", "line", "lines", "version",
    "seed", "no.", "§", "vol.", "volume", "number", "step", "part",
  ]

  /// The numbers of a text, in order.
  ///
  /// One that is part of a word, such as in `CIFAR-10`, `w2` or `300th`, is none.
  static func all(in text: String) -> [ProseNumber] {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
    let characters = Array(text.prefix(100_000))
    var numbers: [ProseNumber] = []
    var index = 0
    var offset = 0
    var counted = 0
    while index < characters.count {
      guard isDigit(characters[index]) else {
        index += 1
        continue
      }
      let start = index
      index = end(of: characters, from: start)
      let digits = String(characters[start..<index])
      if isPartOfWord(characters, start, index) {
        while index < characters.count, isWordly(characters[index]) { index += 1 }
        continue
      }
      let rest = characters[index...].drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
      guard let value = DecimalNumber.value(of: digits.replacing(",", with: "")), value.isFinite
      else { continue }
      offset += characters[counted..<start].reduce(0) { $0 + $1.utf8.count }
      counted = start
      numbers.append(
        ProseNumber(
          text: digits, value: value, isPercentage: rest.first == "%",
          wordBefore: word(in: characters, before: start), offset: offset))
    }
    return numbers
  }

  /// The end of digits, groups of three behind commas, a fraction and an exponent.
  private static func end(of text: [Character], from start: Int) -> Int {
    var index = start
    func digits(_ from: Int) -> Int {
      var index = from
      while index < text.count, isDigit(text[index]) { index += 1 }
      return index
    }
    index = digits(index)
    while index < text.count, text[index] == ",", digits(index + 1) == index + 4 { index += 4 }
    if index < text.count, text[index] == ".", digits(index + 1) > index + 1 {
      index = digits(index + 1)
    }
    guard index < text.count, text[index] == "e" || text[index] == "E" else { return index }
    let sign = index + 1
    let power = sign < text.count && (text[sign] == "-" || text[sign] == "+") ? sign + 1 : sign
    return digits(power) > power ? digits(power) : index
  }

  private static func isPartOfWord(_ text: [Character], _ start: Int, _ end: Int) -> Bool {
    if end < text.count, isWordly(text[end]), !isSuperscript(text[end]) { return true }
    guard start > 0 else { return false }
    let before = text[start - 1]
    if isWordly(before) { return true }
    guard start > 1 else { return false }
    return switch before {
    case ".": isWordly(text[start - 2])
    case "-", "/": text[start - 2].isLetter
    default: false
    }
  }

  private static func word(in text: [Character], before start: Int) -> String {
    var end = start
    while end > 0, text[end - 1].isWhitespace { end -= 1 }
    var begin = end
    while begin > 0, end - begin < 16, !text[begin - 1].isWhitespace, text[begin - 1] != "(" {
      begin -= 1
    }
    return String(text[begin..<end]).lowercased()
  }

  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character) && character.isASCII
  }

  private static func isWordly(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private static func isSuperscript(_ character: Character) -> Bool {
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁻".contains(character)
  }
}
