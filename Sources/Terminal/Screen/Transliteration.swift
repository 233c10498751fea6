/// The text in ASCII characters only, for a terminal that shows no others.
///
/// Accents are dropped, Greek letters spelt out (`λmax` becomes `lambda_max`), powers and indices
/// written as `^2` and `_2`, symbols and lines replaced by what looks or reads like them, and the
/// rest by a question mark. A box drawing, block or braille character stays one column wide.
package func ascii(_ text: String) -> String {
  guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
  var result = ""
  var before = Transliteration.Kind.plain
  var previous: Character = " "
  for character in text {
    let (kind, replacement) = Transliteration.of(character)
    switch kind {
    case .raised where before != .raised: result += "^"
    case .lowered where before != .lowered: result += "_"
    case .greek where previous.isLetter: result += "_"
    case .plain where before == .greek && (replacement.first?.isLetterOrDigit ?? false):
      result += "_"
    default: break
    }
    result += replacement
    before = kind
    previous = character
  }
  return result
}

/// What stands for a character in ASCII.
enum Transliteration {
  enum Kind {
    case plain
    case greek
    case raised
    case lowered
  }

  static func of(_ character: Character) -> (Kind, String) {
    if character.isASCII { return (.plain, character == "\r\n" ? "\n" : String(character)) }
    guard let scalar = character.unicodeScalars.first else { return (.plain, "") }
    if scalar.isASCII { return (.plain, String(scalar)) }
    if let symbol = symbols[scalar] { return (.plain, symbol) }
    switch scalar.value {
    case 0x2500...0x257F: return (.plain, line(scalar.properties.name ?? ""))
    case 0x2800: return (.plain, " ")
    case 0x2801...0x28FF: return (.plain, ".")
    case 0xFF01...0xFF5E:
      return (.plain, Unicode.Scalar(scalar.value - 0xFEE0).map(String.init) ?? "?")
    case 0x2580...0x259F: return (.plain, "#")
    default: break
    }
    if let index = superscripts.firstIndex(of: scalar) { return (.raised, digit(index)) }
    if let index = subscripts.firstIndex(of: scalar) { return (.lowered, digit(index)) }
    if let letter = letter(scalar) { return letter }
    return (.plain, displayWidth(character) == 0 ? "" : "?")
  }

  /// A letter by what its Unicode name says of it.
  private static func letter(_ scalar: Unicode.Scalar) -> (Kind, String)? {
    guard scalar.properties.isAlphabetic, let name = scalar.properties.name else { return nil }
    var words = name.split(separator: " ").prefix { $0 != "WITH" }
    if words.last == "SYMBOL" { words.removeLast() }
    guard words.count > 1, let base = words.last else { return nil }
    let isCapital = words.contains("CAPITAL")
    let lower = base == "LAMDA" ? "lambda" : base.lowercased()
    let cased = isCapital ? lower.prefix(1).uppercased() + lower.dropFirst() : lower
    let kind: Kind =
      if words.contains("MODIFIER") || words.contains("SUPERSCRIPT") {
        .raised
      } else if words.contains("SUBSCRIPT") {
        .lowered
      } else {
        .plain
      }
    if base.utf8.count == 1 { return (kind, cased) }
    guard greekNames.contains(lower), words.first == "GREEK" || words.first == "MATHEMATICAL" else {
      return nil
    }
    return (.greek, cased)
  }

  /// A box drawing character by its name: lines that cross or turn are a plus.
  private static func line(_ name: String) -> String {
    let words = name.split(separator: " ")
    if words.contains("DIAGONAL") {
      return words.contains("CROSS") ? "X" : words.suffix(3).contains("LEFT") ? "/" : "\\"
    }
    let isLevel = words.contains { ["HORIZONTAL", "LEFT", "RIGHT"].contains($0) }
    let isUpright = words.contains { ["VERTICAL", "UP", "DOWN"].contains($0) }
    return isLevel && isUpright ? "+" : isUpright ? "|" : "-"
  }

  private static func digit(_ index: Int) -> String { String(Array("0123456789+-=()ni")[index]) }

  private static let superscripts: [Unicode.Scalar] = Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ".unicodeScalars)
  private static let subscripts: [Unicode.Scalar] = Array("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ".unicodeScalars)
  private static let greekNames: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
    "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
    "omega",
  ]
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}

extension Transliteration {
  /// Symbols that have a reading of their own.
  static let symbols: [Unicode.Scalar: String] = [
    // Spaces, hyphens, dashes, quotation marks.
    "\u{A0}": " ", "\u{2000}": " ", "\u{2001}": " ", "\u{2002}": " ", "\u{2003}": " ",
    "\u{2004}": " ", "\u{2005}": " ", "\u{2006}": " ", "\u{2007}": " ", "\u{2008}": " ",
    "\u{2009}": " ", "\u{200A}": " ", "\u{202F}": " ", "\u{205F}": " ", "\u{3000}": "  ",
    "\u{AD}": "-", "\u{2010}": "-", "\u{2011}": "-", "‒": "-", "–": "-", "—": "-", "―": "-",
    "‘": "'", "’": "'", "‚": ",", "‛": "'", "“": "\"", "”": "\"", "„": "\"", "‹": "<", "›": ">",
    "«": "<<", "»": ">>", "…": "...", "‥": "..", "′": "'", "″": "\"", "¡": "!", "¿": "?",
    // Bullets, marks, shapes.
    "•": "*", "‣": "*", "◦": "o", "·": "-", "✓": "+", "✔": "+", "✗": "x", "✘": "x", "★": "*",
    "☆": "*", "●": "*", "○": "o", "◉": "@", "■": "#", "□": "o", "▪": "#", "◆": "*", "◇": "o",
    "▲": "^", "△": "^", "▼": "v", "▽": "v", "▶": ">", "▸": ">", "►": ">", "◀": "<", "◂": "<",
    "░": ".", "▒": ":", "▓": "%", "▁": "_", "▂": ".", "▃": "-", "▄": "=", "▅": "+", "▆": "*",
    "▇": "%", "█": "#",
    // Arrows.
    "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "⇐": "<=", "⇔": "<=>", "↦": "->", "↑": "^",
    "↓": "v", "⟶": "->", "⟵": "<-",
    // Arithmetic, relations, calculus, sets.
    "×": "x", "÷": "/", "−": "-", "±": "+/-", "∓": "-/+", "⋅": "*", "∙": "*", "∗": "*", "∘": "o",
    "⊙": "*", "⊗": "x", "⊕": "+", "√": "sqrt", "∞": "inf", "≤": "<=", "≥": ">=", "⩽": "<=",
    "⩾": ">=", "≠": "!=", "≈": "~", "≃": "~", "∼": "~", "≅": "~", "≡": "==", "≪": "<<", "≫": ">>",
    "∝": "~", "∑": "sum", "∏": "prod", "∫": "int", "∂": "d", "∇": "grad", "∈": "in",
    "∉": "not in", "⊂": "subset", "⊆": "subset", "∪": "or", "∩": "and", "∅": "{}", "∀": "all",
    "∃": "some", "¬": "not ", "∧": "and", "∨": "or", "‖": "||", "∥": "||", "∣": "|", "⟨": "<",
    "⟩": ">", "⌈": "[", "⌉": "]", "⌊": "[", "⌋": "]", "⊤": "^T",
    // Fractions, units, signs.
    "½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5", "⅛": "1/8",
    "°": " deg", "µ": "u", "‰": " per mille", "§": "section ", "€": "EUR", "£": "GBP", "¥": "JPY",
    "©": "(c)", "®": "(R)", "™": "(TM)", "№": "No.",
    // Letters that are no accented letter of the alphabet.
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O",
    "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    "ℓ": "l", "ª": "a", "º": "o",
  ]
}
