import Foundation
import Markdown

/// The text of a lesson file, taken apart for those who look at more than the lesson it makes.
package struct LessonSource: Sendable {
  /// The words with which the information of a directive's fence begins.
  package static let directives = DirectiveReader.words

  /// The lines of the file, those of the front matter too.
  package let lines: [String]

  /// The lines between the marks of the front matter, as indices into `lines`; empty without any.
  package let frontMatter: Range<Int>

  /// The Markdown behind the front matter; its line numbers are those of the file.
  package let document: Document

  /// Takes a text apart just as ``LessonReader`` does.
  package init(_ text: String) {
    lines = SourceLines.split(text)
    var body = lines
    var faults = Faults(file: "")
    let matter = FrontMatter(takenFrom: &body, &faults)
    frontMatter = matter.lines
    document = Document(lines: body)
  }

  /// The text of a file of a pack; nil if it cannot be had, for whatever reason.
  package static func text(ofFile path: String) -> String? {
    try? PackedFile(path: path).text().get()
  }
}
