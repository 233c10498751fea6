/// How somebody's text is written into text that others read by rules of their own.
///
/// All of them work by scalars, as those readers do: a quotation mark with an accent over it is one
/// character of Swift's and no quotation mark, but for a shell, a spreadsheet or an XML reader it ends
/// what it stands in.
package enum Escaping: String, CaseIterable, Sendable {
  /// One word of a command line, as POSIX shells take it; no word begins with what zsh would expand.
  case shellWord

  /// The message of a command of GitHub's workflows.
  case workflowMessage

  /// A value in front of such a message, where colons and commas part the values.
  case workflowProperty

  /// A cell of a table by RFC 4180, which no spreadsheet takes for a formula.
  case csvCell

  /// Text or an attribute's value in XML.
  case xml

  /// The text as it has to be written.
  package func text(_ text: String) -> String {
    switch self {
    case .shellWord:
      let first = text.unicodeScalars.first
      let isPlain =
        first != nil && first != "=" && text.unicodeScalars.allSatisfy(Self.isPlainInShells)
      return isPlain ? text : "'" + spelt(text) + "'"
    case .csvCell:
      let cell = Self.isFormula(text) ? "'" + text : text
      return cell.utf8.contains { Self.endsCells.contains($0) }
        ? "\"" + spelt(cell) + "\"" : cell
    case .workflowMessage, .workflowProperty, .xml: return spelt(text)
    }
  }

  /// Quotation mark, comma and line ends.
  private static let endsCells: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D]

  private func spelt(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let spelling = spelling(scalar) {
        result.append(contentsOf: spelling.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// What stands for a scalar; nil where it stands for itself.
  private func spelling(_ scalar: Unicode.Scalar) -> String? {
    switch (self, scalar) {
    case (.shellWord, "'"): "'\\''"
    case (.csvCell, "\""): "\"\""
    case (.workflowMessage, "%"), (.workflowProperty, "%"): "%25"
    case (.workflowMessage, "\r"), (.workflowProperty, "\r"): "%0D"
    case (.workflowMessage, "\n"), (.workflowProperty, "\n"): "%0A"
    case (.workflowProperty, ":"): "%3A"
    case (.workflowProperty, ","): "%2C"
    case (.xml, "&"): "&amp;"
    case (.xml, "<"): "&lt;"
    case (.xml, ">"): "&gt;"
    case (.xml, "\""): "&quot;"
    default: nil
    }
  }

  /// Whether a shell takes a scalar for itself wherever it stands in a word.
  private static func isPlainInShells(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+=,@"
        .unicodeScalars.contains(scalar)
    }
    return scalar.properties.isAlphabetic
  }

  /// Whether a spreadsheet would take a cell for a formula: it looks at the first sign alone, and
  /// a number may have one.
  ///
  /// Source: OWASP, "CSV Injection".
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) && DecimalNumber.value(of: text) == nil
  }
}
