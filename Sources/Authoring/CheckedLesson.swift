import Lessons
import Markdown

/// A lesson with all that a rule may look at.
package struct CheckedLesson: Sendable {
  /// The folder of the pack, as it was given.
  package let folder: String

  /// The lesson as it was read, with the faults that reading found.
  package let entry: Syllabus.Entry

  /// The text it was read from.
  package let text: LessonText

  /// Every lesson of the pack in order, this one too.
  package let pack: [Syllabus.Entry]

  /// What the lessons of the pack have to know of each other.
  package var index = PackIndex()

  /// - Returns: nil if the entry does not keep its text.
  init?(
    folder: String, entry: Syllabus.Entry, pack: [Syllabus.Entry], index: PackIndex = PackIndex()
  ) {
    guard let text = entry.lesson.text else { return nil }
    self.folder = folder
    self.entry = entry
    self.text = text
    self.pack = pack
    self.index = index
  }

  package var lesson: Lesson { entry.lesson }

  /// The blocks behind the front matter.
  var blocks: [Block] { text.document.blocks }

  /// A fault of this lesson.
  package func fault(
    _ line: Int, _ column: Int = 1, _ message: String, severity: LessonFault.Severity = .fault
  ) -> LessonFault {
    LessonFault(
      file: entry.file, line: line, column: column, message: message, severity: severity)
  }

  /// Something worth a second look in this lesson.
  package func advice(_ line: Int, _ column: Int = 1, _ message: String) -> LessonFault {
    fault(line, column, message, severity: .advice)
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    // Nearly every text begins and ends with signs of ASCII, which is told at once.
    func isPlain(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { $0.value > 0x20 && $0.value < 0x7F } ?? false
    }
    if isPlain(unicodeScalars.first), isPlain(unicodeScalars.last) { return String(self) }
    var rest = self[...]
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest.drop(while: \.isWhitespace))
  }
}
