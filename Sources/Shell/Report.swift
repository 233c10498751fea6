import Exhibits
import Foundation
import Screens
import Terminal

/// All that a command gives back: written once, when it is whole.
struct Report: Sendable {
  /// For standard output.
  var text = ""

  /// For standard error, a line each.
  var notes: [StyledText] = []
  var status = ExitStatus.done

  /// An exhibit in the form that was asked for: lines of a screen, or one JSON document.
  ///
  /// - Parameter notes: what is said beside the lines of a screen.
  init(
    _ exhibit: some ScreenExhibit, asDocument: Bool = false, _ context: Context,
    notes: [StyledText] = [], status: ExitStatus = .done
  ) throws(Refusal) {
    if asDocument {
      try self.init(json: exhibit, status: status)
    } else {
      var page = Page(context.screen)
      page.set(exhibit)
      self.init(page, notes: notes, status: status)
    }
  }

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

/// The statuses that a command ends with.
enum ExitStatus: Int32, Sendable {
  /// Done, or passed.
  case done = 0

  /// Graded and not passed, or a check found faults.
  case notPassed = 1

  /// The request itself was wrong.
  case refused = 2
}
