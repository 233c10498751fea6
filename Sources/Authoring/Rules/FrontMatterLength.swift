import Course
import Files

/// Title and summary stand in lists, a line each.
enum FrontMatterLength: Rule {
  static let name = "front-matter-length"
  static let summary = "Title and summary are short enough for a list of lessons."

  /// The most characters of each.
  static let limits = ["title": 80, "summary": 160]

  static func faults(in subject: Subject, _ cache: Cache) async -> [LessonFault] {
    subject.frontMatter.compactMap { index in
      let text = subject.lines.element(index)
      guard let mark = text.firstIndex(of: ":"), let limit = limits[text[..<mark].trimmed] else {
        return nil
      }
      let value = text[text.index(after: mark)...]
      let count = value.trimmed.count
      guard count > limit else { return nil }
      let column = text.count - value.drop(while: \.isWhitespace).count + 1
      return subject.advice(
        index + 1, column,
        "a \(text[..<mark].trimmed) of \(count) characters is long for a list of lessons; "
          + "\(limit) are enough")
    }
  }
}
