import Markdown

/// The anchors that GitHub gives to the headings of a page.
enum Anchors {
  /// The anchors of all headings; a repeated one gets a number behind it.
  static func of(_ document: Document) -> Set<String> {
    var counts: [String: Int] = [:]
    var anchors = Set<String>()
    var rest = Array(document.blocks.reversed())
    while let block = rest.popLast() {
      switch block.kind {
      case .heading(_, let text):
        let slug = slug(text.plainText)
        var anchor = slug
        while !anchors.insert(anchor).inserted {
          counts[slug, default: 0] += 1
          anchor = "\(slug)-\(counts[slug, default: 0])"
        }
      case .quote(let blocks): rest += blocks.reversed()
      case .list(let list): rest += list.items.joined().reversed()
      default: break
      }
    }
    return anchors
  }

  /// Lowercase letters, digits, underscores and hyphens stay, spaces become hyphens, all else goes.
  static func slug(_ heading: String) -> String {
    String(
      String.UnicodeScalarView(
        heading.trimmed.lowercased().unicodeScalars.compactMap { scalar in
          if scalar == " " { return "-" }
          if scalar == "-" || scalar == "_" { return scalar }
          switch scalar.properties.generalCategory {
          case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark, .enclosingMark,
            .connectorPunctuation:
            return scalar
          default: return nil
          }
        }))
  }
}
