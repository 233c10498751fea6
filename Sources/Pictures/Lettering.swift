/// Text set in a font nobody knows yet: its width is estimated, on the wide side.
enum Lettering {
  /// The font of all text, and its sizes in units of the picture.
  static let family = "system-ui, Helvetica, Arial, sans-serif"
  static let title = 17.0
  static let body = 13.0
  static let small = 12.0

  static func width(_ text: String, _ size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + em($1) } * size
  }

  /// The text, cut to what a width holds, with a sign that something is missing.
  static func shortened(_ text: String, to room: Double, _ size: Double) -> String {
    guard width(text, size) > room else { return text }
    var kept = ""
    var used = size
    for character in text {
      used += width(String(character), size)
      guard used <= room else { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The words of a text on at most `count` lines, the last of which is cut where they are too many.
  static func lines(_ text: String, width room: Double, _ size: Double, atMost count: Int)
    -> [String]
  {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      if let line = lines.last, lines.count == count || width("\(line) \(word)", size) <= room {
        lines[lines.count - 1] = "\(line) \(word)"
      } else {
        lines.append(word)
      }
    }
    return lines.map { shortened($0, to: room, size) }
  }

  /// A number from an axis as it is printed: `1e-6` as `10⁻⁶`, with a true minus sign.
  static func number(_ text: String) -> String {
    let parts = text.split(separator: "e", maxSplits: 1)
    guard parts.count == 2 else { return text.replacing("-", with: "−") }
    let power = parts[1].map { raised[$0] ?? String($0) }.joined()
    let mantissa = parts[0].replacing("-", with: "−")
    return switch mantissa {
    case "1": "10\(power)"
    case "−1": "−10\(power)"
    default: "\(mantissa)·10\(power)"
    }
  }

  private static let raised: [Character: String] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
    "8": "⁸", "9": "⁹",
  ]

  private static func em(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", ".", ",", ":", ";", "'", "|", "!", " ", "f", "t", "r", "(", ")", "I":
      0.4
    case "⁰"..."⁹", "¹", "²", "³", "⁻": 0.4
    case "m", "w", "M", "W", "@", "%", "…": 0.95
    case "A"..."Z": 0.72
    case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}", "\u{61C}": 0
    case "\u{1100}"...: scalar.value >= 0x2E80 || scalar.value < 0x1200 ? 1.05 : 0.75
    default: 0.62
    }
  }
}
