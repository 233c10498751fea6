/// The anchors that GitHub gives to the headings of a page.
package enum Anchors {
  /// The anchors of all headings; a repeated one gets a number behind it.
  package static func of(_ document: Document) -> Set<String> {
    Set(byLine(of: document).values)
  }

  /// The anchors by the lines on which their headings begin.
  package static func byLine(of document: Document) -> [Int: String] {
    byLine(of: document.blocks)
  }

  /// The same of blocks that are a page, or the beginning of one.
  package static func byLine(of blocks: [Block]) -> [Int: String] {
    var counts: [String: Int] = [:]
    var anchors = Set<String>()
    var lines: [Int: String] = [:]
    blocks.forEachLeaf { block in
      guard case .heading(_, let text) = block.kind else { return }
      let slug = slug(text.plainText)
      var anchor = slug
      while !anchors.insert(anchor).inserted {
        let count = counts[slug, default: 0] + 1
        counts[slug] = count
        anchor = slug + "-" + String(count)
      }
      lines[block.lines.lowerBound] = anchor
    }
    return lines
  }

  /// Lowercase letters, digits, underscores and hyphens stay, spaces become hyphens, all else goes.
  package static func slug(_ heading: String) -> String {
    if let slug = plainSlug(heading) { return slug }
    return String(
      String.UnicodeScalarView(
        heading.withoutOuterSpace.lowercased().unicodeScalars.compactMap { scalar in
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

  /// That of a heading of ASCII letters, digits, hyphens and spaces between them; nil for others.
  private static func plainSlug(_ heading: String) -> String? {
    guard heading.utf8.first != UInt8(ascii: " "), heading.utf8.last != UInt8(ascii: " ") else {
      return nil
    }
    var slug: [UInt8] = []
    for byte in heading.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        slug.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
      case UInt8(ascii: " "): slug.append(UInt8(ascii: "-"))
      default: return nil
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var withoutOuterSpace: Substring {
    var rest = self[...]
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest.drop(while: \.isWhitespace)
  }
}
