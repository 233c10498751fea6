extension DecimalNumber {
  /// How a number is to be written that was written as people do elsewhere, such as `written with a
  /// point: 0.5` for `0,5`; nil where the text is a number already, or is none in any spelling.
  ///
  /// Looked for are a comma for the point, groups of digits, the digits of other scripts, dashes for
  /// the minus, fractions, percentages, powers of ten, and spaces, quotation marks and characters that
  /// do not show around.
  package static func spelling(of text: String) -> String? {
    guard value(of: text) == nil, text.utf8.count <= longestSpelling else { return nil }
    let bare = bare(text)
    let (pointed, whole) = withoutCommas(bare)
    return switch (pointed, whole) {
    case (let number?, let other?): "written with a point and no commas: \(number) or \(other)"
    case (let number?, nil): "written with a point: \(number)"
    case (nil, let number?): "written without groups: \(number)"
    case (nil, nil):
      (written(bare) ?? calculated(bare)).map { "written plainly: \($0)" }
    }
  }

  /// The number that a text in any spelling is for certain; nil where it is none, or may be two.
  package static func meant(by text: String) -> String? {
    let trimmed = text.drop(while: \.isWhitespace)
    if value(of: String(trimmed)) != nil { return String(trimmed) }
    guard text.utf8.count <= longestSpelling else { return nil }
    let bare = bare(text)
    let (pointed, whole) = withoutCommas(bare)
    if pointed != nil, whole != nil { return nil }
    return pointed ?? whole ?? written(bare) ?? calculated(bare)
  }

  /// The number that a text is wherever it was learnt to write: with groups, as a fraction or as a power,
  /// but without a decimal comma.
  static func certain(_ text: String, _ bare: String) -> Double? {
    let trimmed = String(text.drop(while: \.isWhitespace))
    if let number = value(of: trimmed) { return number }
    guard text.utf8.count <= longestSpelling else { return nil }
    // A raised point is a decimal point to some and a product to others, unless a power follows.
    if text.contains("\u{B7}"), !bare.contains("e") { return nil }
    if let whole = ungrouped(bare) ?? written(bare) { return value(of: whole) }
    return Calculation.value(of: bare)
  }

  /// The numbers that a list of two, such as `0,5` or `1,000`, may be meant for.
  package static func readings(ofList text: String) -> [String] {
    guard text.utf8.count <= longestSpelling else { return [] }
    let (pointed, whole) = withoutCommas(bare(text))
    return [pointed, whole].compactMap(\.self)
  }

  /// The numbers of a list whose members are parted by other signs than commas, or have commas for
  /// their points: 0.1 and 0.5 for `0,1;0,5`, and for `0,1,0,5`, as nobody lists zero twice; empty where
  /// nothing says that they are.
  package static func pointed(list text: String) -> [String] {
    guard text.utf8.count <= longestSpelling else { return [] }
    var members = text.split(omittingEmptySubsequences: false) { listMarks.contains($0) }
    // Spaces part numbers, too, where nothing else does and each has a point.
    if members.count == 1 {
      let words = text.split { $0.isWhitespace }
      if words.count > 1, words.allSatisfy({ $0.contains { ".,٫".contains($0) } }) {
        members = words
      }
    }
    var texts = members.map(String.init)
    if texts.count == 1 {
      let halves = text.split(separator: ",", omittingEmptySubsequences: false)
      guard halves.count.isMultiple(of: 2), halves.count > 2, halves.count(where: { $0 == "0" }) > 1
      else { return [] }
      texts = stride(from: 0, to: halves.count, by: 2).map { "\(halves[$0]),\(halves[$0 + 1])" }
    }
    let numbers = texts.map(bare).compactMap { withoutCommas($0).pointed ?? written($0) }
    return numbers.count == texts.count ? numbers : []
  }

  /// What parts the members of a list in other places than here.
  private static let listMarks: Set<Character> = [";", "；", "、", "،", "؛", "，", "|"]

  /// A number with a comma for its point, and one with marks between groups of digits.
  private static func withoutCommas(_ text: String) -> (pointed: String?, whole: String?) {
    let isOne = text.count { $0 == "," } == 1 && text.first != "," && text.last != ","
    return (
      isOne ? written(text.replacing(",", with: ".")) : nil,
      ungrouped(text) ?? ungrouped(withCommasForPoints(text))
    )
  }

  private static func ungrouped(_ text: String) -> String? {
    hasGroups(text) ? written(text.filter { !groupMarks.contains($0) }) : nil
  }

  /// The text with commas and points put in each other's place.
  private static func withCommasForPoints(_ text: String) -> String {
    String(text.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
  }

  /// Longer texts are no numbers that somebody typed.
  static let longestSpelling = 100
  private static let groupMarks: Set<Character> = [",", " ", "'", "_"]

  private static func written(_ text: String) -> String? {
    let typed = asTyped(text)
    return value(of: typed) == nil ? nil : typed
  }

  /// Whether the digits before the point are in groups of three, or as in India, with one mark for all.
  private static func hasGroups(_ text: String) -> Bool {
    let whole = text.drop { $0 == "-" || $0 == "+" }.prefix {
      $0.isNumber || groupMarks.contains($0)
    }
    guard Set(whole.filter(groupMarks.contains)).count == 1 else { return false }
    let groups = whole.split(omittingEmptySubsequences: false) { groupMarks.contains($0) }
    guard groups.count > 1, let first = groups.first, let last = groups.last else { return false }
    let inner = Set(groups.dropFirst().dropLast().map(\.count))
    return 1...3 ~= first.count && first.first != "0" && last.count == 3
      && (inner.isEmpty || inner == [3] || inner == [2])
  }

  /// What a fraction, a percentage or a power comes to; nil for anything else.
  private static func calculated(_ text: String) -> String? {
    let text = text.replacing(",", with: ".")
    var number = Calculation.value(of: text)
    if let sign = text.last, let size = ["%": 100.0, "‰": 1000][sign] {
      number = value(of: asTyped(text.dropLast().filter { $0 != " " })).map { $0 / size }
    }
    return number.flatMap { $0.isFinite ? NumberText.shortest($0) : nil }
  }

  /// The text in the characters of a number, with nothing around it.
  static func bare(_ text: String) -> String {
    var text = withPowers(inPlainCharacters(text))[...]
    while let first = text.first, around.contains(first) || about.contains(first) {
      text.removeFirst()
    }
    while let last = text.last, around.contains(last) { text.removeLast() }
    // A number may have been the end of a sentence.
    if text.last == ".", text.dropLast().last?.isNumber ?? false { text.removeLast() }
    return String(text)
  }

  private static let around: Set<Character> = [
    " ", "\"", "'", "`", "“", "”", "„", "‘", "«", "»", "‹", "›", "「", "」", "『", "』",
  ]
  private static let about: Set<Character> = ["~", "≈", "∼", "≃", "="]

  /// The text with a power of ten at its end, such as `3 × 10^-4` or `3e^-4`, as it is typed.
  private static func withPowers(_ text: String) -> String {
    guard let mark = text.lastIndex(of: "^") else { return text }
    let power = text[text.index(after: mark)...].filter { !"() {}".contains($0) }
    var before = text[..<mark]
    if let last = before.last, "eE".contains(last) { return before + power }
    guard before.hasSuffix("10"), Int(power) != nil else { return text }
    before = before.dropLast(2)
    while before.last == " " { before.removeLast() }
    switch before.last {
    case nil, "-", "+": return before + "1e" + power
    case let sign? where times.contains(sign):
      before.removeLast()
      while before.last == " " { before.removeLast() }
      return before + "e" + power
    default: return text
    }
  }

  private static let times: Set<Character> = [
    "×", "x", "X", "*", "·", ".", "∙", "⋅", "✕", "⨯", "•",
  ]

  /// The text with what looks like the characters of a number replaced by these.
  private static func inPlainCharacters(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    var isRaised = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}":
        plain.append("-")
      case "\u{66B}", "\u{FF0C}", "\u{201A}": plain.append(",")
      case "\u{B7}", "\u{FF0E}", "\u{2024}": plain.append(".")
      case "\u{66C}", "\u{2019}", "\u{2BC}": plain.append("'")
      case "\u{2044}", "\u{2215}", "\u{F7}", "\u{FF0F}": plain.append("/")
      case "\u{66A}", "\u{FF05}", "\u{FE6A}": plain.append("%")
      case "\u{FE00}"..."\u{FE0F}": continue
      default:
        if scalar.properties.generalCategory == .format { continue }
        if let digit = raised[scalar] {
          if !isRaised { plain.append("^") }
          isRaised = true
          plain.append(contentsOf: digit.unicodeScalars)
          continue
        }
        isRaised = false
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
