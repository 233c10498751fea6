/// Somebody's words inside a message: short enough for one line.
package enum Quoted {
  /// The longest piece of somebody's text that a message repeats.
  static let longest = 40

  /// The longest end of a path that a message repeats.
  static let longestPath = 200

  /// The longest message, in scalars.
  package static let longestMessage = 1000

  /// The words in quotation marks.
  package static func text(_ text: String) -> String { "\"\(bare(text))\"" }

  /// The words as they are, cut where they are too long, and on one line.
  ///
  /// Length is counted in scalars, for one character may carry any number of accents. Controls
  /// and line ends are shown by their codes.
  package static func bare(_ text: String) -> String {
    if text.utf8.count <= longest, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    let scalars = text.unicodeScalars
    guard scalars.count > longest else { return line(scalars[...]) }
    return "\(line(scalars.prefix(longest - 16)))… (\(scalars.count) characters)"
  }

  /// A name in full, if it is no longer than a name may be, on one line.
  ///
  /// A case of a comparison may be called anything.
  package static func name(_ name: String) -> String {
    name.unicodeScalars.count <= 64 ? line(name.unicodeScalars[...]) : bare(name)
  }

  private static func line(_ scalars: Substring.UnicodeScalarView) -> String {
    scalars.reduce(into: "") { line, scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        line += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: line.unicodeScalars.append(scalar)
      }
    }
  }

  /// A path, of which a long one keeps its end.
  package static func path(_ path: String) -> String {
    let scalars = path.unicodeScalars
    return scalars.count > longestPath ? "…\(String(scalars.suffix(longestPath)))" : path
  }

  /// A whole message, cut where it is too long: what keeps one in bounds whose parts were not cut.
  package static func message(_ message: String) -> String {
    guard message.utf8.count > longestMessage else { return message }
    let scalars = message.unicodeScalars
    guard scalars.count > longestMessage else { return message }
    return "\(String(scalars.prefix(longestMessage)))…"
  }
}
