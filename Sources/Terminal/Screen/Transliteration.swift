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
