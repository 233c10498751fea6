/// A piece of a page, well-formed whatever its texts say: they are escaped where they enter.
struct HTML: Sendable, Hashable {
  /// The piece as it stands in the page.
  private(set) var source: String

  /// Nothing.
  init() { source = "" }

  /// A text, what means something in HTML spelt out and controls replaced.
  init(text: String) { source = Self.escaped(text) }

  /// An element.
  ///
  /// - Parameters:
  ///   - attributes: their values are escaped; one whose value is nil is left out, one whose value is
  ///     empty is written by its name alone.
  ///   - content: what it holds; void elements hold nothing and have no end.
  init(_ name: String, _ attributes: [(String, String?)] = [], _ content: HTML = HTML()) {
    var open = name
    for case (let key, let value?) in attributes {
      open += value.isEmpty ? " \(key)" : " \(key)=\"\(Self.escaped(value))\""
    }
    source = Self.void.contains(name) ? "<\(open)>" : "<\(open)>\(content.source)</\(name)>"
  }

  /// A piece that is HTML already.
  static func made(_ source: String) -> HTML {
    var html = HTML()
    html.source = source
    return html
  }

  static func + (left: HTML, right: HTML) -> HTML { .made(left.source + right.source) }
  static func += (left: inout HTML, right: HTML) { left.source += right.source }

  /// The elements that hold nothing (HTML Living Standard, 13.1.2).
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  /// The text with what means something in HTML spelt out; what may stand in no page, and marks that
  /// turn the direction of what follows, are replaced.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default:
        switch scalar.value {
        case 0x09, 0x0A: result.unicodeScalars.append(scalar)
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF:
          result += "\u{FFFD}"
        default:
          // The last two of every plane are no characters.
          let isNone = scalar.value & 0xFFFE == 0xFFFE
          result.unicodeScalars.append(isNone ? "\u{FFFD}" : scalar)
        }
      }
    }
    return result
  }
}

extension HTML {
  /// A piece that is scrolled by itself, by keys too, where it is wider than the page.
  ///
  /// - Parameter name: what it is called in front of those who hear the page.
  static func scrolling(_ content: HTML, name: String, in element: String = "div") -> HTML {
    HTML(
      element, [("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", name)],
      content)
  }
}

extension [HTML] {
  /// All pieces one after another.
  func joined(_ separator: String = "") -> HTML {
    .made(map(\.source).joined(separator: separator))
  }
}
