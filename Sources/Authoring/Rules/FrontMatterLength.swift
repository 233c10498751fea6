import Files
import Lessons

/// Title, summary, part and what one is able to do stand in lists, a line each.
enum FrontMatterLength: Rule {
  static let name = "front-matter-length"
  static let summary = "Title, summary, part and what one is able to do are short enough for lists."

  /// The most characters of each.
  static let limits = ["title": 80, "summary": 160, "part": 40, "able": 120]

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    checked.text.frontMatter.compactMap { field in
      let count = field.value.count
      guard let limit = limits[field.key], count > limit else { return nil }
      return checked.advice(
        field.line, field.column,
        "a \(field.key) of \(count) characters is long for a list of lessons; \(limit) are enough")
    }
  }
}
