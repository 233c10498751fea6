import Foundation
import Terminal

/// All that a command gives back: written once, when it is whole.
struct Report: Sendable {
  /// For standard output.
  var text = ""

  /// For standard error, a line each.
  var notes: [StyledText] = []
  var status = ExitStatus.done

  init(_ page: Page, notes: [StyledText] = [], status: ExitStatus = .done) {
    text = page.lines.rendered(for: page.screen)
    self.notes = notes
    self.status = status
  }

  /// Text for other programs, as it stands.
  init(plain text: String) { self.text = text }

  /// One JSON document, with its keys in order.
  init(json document: some Encodable, status: ExitStatus = .done) throws(Refusal) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(document) else {
      throw Refusal("the result has no JSON form")
    }
    text = Self.escaped(String(decoding: data, as: UTF8.self)) + "\n"
    self.status = status
  }

  /// JSON in which the controls that the encoder leaves as they are, such as U+009B, are escaped.
  private static func escaped(_ json: String) -> String {
    json.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        for unit in scalar.utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
