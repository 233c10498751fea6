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
  /// - Parameters:
  ///   - warnings: what is said beside either.
  ///   - notes: what is said beside the lines of a screen.
  init(
    _ exhibit: some ScreenExhibit, asDocument: Bool = false, _ context: Context,
    warnings: [StyledText] = [], notes: [StyledText] = [], status: ExitStatus = .done
  ) throws(Refusal) {
    if asDocument {
      text = try Self.document(exhibit)
      self.notes = warnings
    } else {
      text = exhibit.text(for: context.screen)
      self.notes = warnings + notes
    }
    self.status = status
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
    text = try Self.json(document, Self.encoder) + "\n"
    self.status = status
  }

  private static func document(_ exhibit: some Exhibit) throws(Refusal) -> String {
    if let long = exhibit as? any LongDocument { return try document(long: long) }
    return try json(exhibit, encoder) + "\n"
  }

  /// A document that is a list under a key, made element by element.
  private static func document<Document: LongDocument>(long document: Document) throws(Refusal)
    -> String
  {
    let encoder = encoder
    var text = "{\"\(Document.elementsKey)\":["
    var separator = ""
    for element in document.elements {
      text += separator
      text += try json(element, encoder)
      separator = ","
    }
    return text + "]}\n"
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  private static func json(_ value: some Encodable, _ encoder: JSONEncoder) throws(Refusal)
    -> String
  {
    guard let data = try? encoder.encode(value) else {
      throw Refusal("the result has no JSON form")
    }
    return escaped(String(decoding: data, as: UTF8.self))
  }

  /// JSON in which the controls that the encoder leaves as they are, such as U+009B, are escaped.
  private static func escaped(_ json: String) -> String {
    guard !json.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return json }
    return json.unicodeScalars.reduce(into: "") { text, scalar in
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
