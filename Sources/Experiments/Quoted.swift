/// Somebody's words inside a message: short enough for one line.
package enum Quoted {
  /// The longest piece of somebody's text that a message repeats.
  static let longest = 40

  /// The words in quotation marks.
  package static func text(_ text: String) -> String { "\"\(bare(text))\"" }

  /// The words as they are, cut where they are too long.
  package static func bare(_ text: String) -> String {
    guard text.count > longest else { return text }
    return "\(text.prefix(longest - 16))… (\(text.count) characters)"
  }

  /// A path, of which a long one keeps its end.
  package static func path(_ path: String) -> String {
    path.count > 200 ? "…\(path.suffix(200))" : path
  }
}
