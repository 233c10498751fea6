extension DecimalNumber {
  /// How a number is to be written that was written as people do elsewhere, such as `written with a
  /// point: 0.5` for `0,5`; nil where the text is a number already, or is none in any spelling.
  ///
  /// Looked for are a comma for the point, groups of three, the digits of other scripts, dashes for
  /// the minus, spaces around, and characters that do not show.
  package static func spelling(of text: String) -> String? {
    guard value(of: text) == nil, text.utf8.count <= longestSpelling else { return nil }
    let bare = inPlainCharacters(text)
    let (pointed, whole) = withoutCommas(bare)
    return switch (pointed, whole) {
    case (let number?, let other?): "written with a point and no commas: \(number) or \(other)"
    case (let number?, nil): "written with a point: \(number)"
    case (nil, let number?): "written without groups: \(number)"
    case (nil, nil): written(bare).map { "written plainly: \($0)" }
    }
  }

  /// The numbers that a list of two, such as `0,5` or `1,000`, may be meant for.
  package static func readings(ofList text: String) -> [String] {
    guard text.utf8.count <= longestSpelling else { return [] }
    let (pointed, whole) = withoutCommas(text)
    return [pointed, whole].compactMap(\.self)
  }

  /// The numbers of a list that have a comma for their point: 0.1 and 0.5 for `0,1;0,5`, and for
  /// `0,1,0,5`, as nobody lists zero twice; empty where nothing says that they have.
  package static func pointed(list text: String) -> [String] {
    guard text.utf8.count <= longestSpelling else { return [] }
    var members = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    if members.count == 1 {
      let halves = text.split(separator: ",", omittingEmptySubsequences: false)
      guard halves.count.isMultiple(of: 2), halves.count > 2, halves.count(where: { $0 == "0" }) > 1
      else { return [] }
      members = stride(from: 0, to: halves.count, by: 2).map { "\(halves[$0]),\(halves[$0 + 1])" }
    }
    let numbers = members.map(inPlainCharacters)
      .compactMap { withoutCommas($0).pointed ?? written($0) }
    return numbers.count == members.count ? numbers : []
  }

  /// A number with a comma for its point, and one with commas between groups of three.
  private static func withoutCommas(_ text: String) -> (pointed: String?, whole: String?) {
    let isOne = text.count { $0 == "," } == 1 && text.first != "," && text.last != ","
    return (
      isOne ? written(text.replacing(",", with: ".")) : nil,
      hasGroups(text) ? written(text.filter { !groupMarks.contains($0) }) : nil
    )
  }

  /// Longer texts are no numbers that somebody typed.
  private static let longestSpelling = 100
  private static let groupMarks: Set<Character> = [",", " ", "'", "_"]

  private static func written(_ text: String) -> String? {
    let typed = asTyped(text)
    return value(of: typed) == nil ? nil : typed
  }

  /// Whether the digits before the point are in groups of three.
  private static func hasGroups(_ text: String) -> Bool {
    let whole = text.drop { $0 == "-" || $0 == "+" }.prefix {
      $0.isNumber || groupMarks.contains($0)
    }
    let groups = whole.split(omittingEmptySubsequences: false) { groupMarks.contains($0) }
    guard groups.count > 1, let first = groups.first else { return false }
    return 1...3 ~= first.count && first != "0" && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// The text with what looks like the characters of a number replaced by these.
  private static func inPlainCharacters(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}":
        plain.append("-")
      case "\u{66B}", "\u{FF0C}", "\u{201A}": plain.append(",")
      case "\u{B7}", "\u{FF0E}", "\u{2024}": plain.append(".")
      case "\u{66C}", "\u{2019}", "\u{2BC}": plain.append("'")
      default:
        if scalar.properties.generalCategory == .format { continue }
        if scalar.properties.isWhitespace {
          plain.append(" ")
        } else if scalar.properties.numericType == .decimal,
          let digit = scalar.properties.numericValue.map({ Int($0) })
        {
          plain.append(contentsOf: String(digit).unicodeScalars)
        } else {
          plain.append(scalar)
        }
      }
    }
    var text = String(plain)[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
