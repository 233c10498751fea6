import Course
import Markdown

/// A lesson with all that a rule may look at.
package struct CheckedLesson: Sendable {
  /// The folder of the pack, as it was given.
  package let folder: String

  /// The lesson as it was read, with the faults that reading found.
  package let entry: Syllabus.Entry

  /// The lines of the file, those of the front matter too.
  package let lines: [String]

  /// The Markdown behind the front matter; its line numbers are those of the file.
  package let document: Document

  /// Every lesson of the pack in order, this one too.
  package let pack: [Syllabus.Entry]

  /// What the lessons of the pack have to know of each other.
  package var index = PackIndex()

  /// The lines between the marks of the front matter, as indices into `lines`.
  package var frontMatter = 0..<0

  package var lesson: Lesson { entry.lesson }

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
