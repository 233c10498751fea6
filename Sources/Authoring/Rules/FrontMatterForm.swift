import Experiments
import Files
import Lessons

/// Front matter that GitHub, Jekyll or Hugo read too, as YAML, and read as it is meant.
enum FrontMatterForm: Rule {
  static let name = "front-matter-form"
  static let summary =
    "Other readers of YAML take the values of the front matter as they are meant."

  /// The keys whose values are texts.
  private static let texts: Set = ["title", "summary", "author"]

  /// The keys whose values are lists, which may stand in brackets.
  private static let lists: Set = ["requires", "order"]

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    checked.text.writtenFrontMatter.compactMap { field in
      if lists.contains(field.key), field.value.hasPrefix("["), field.value.hasSuffix("]") {
        return nil
      }
      let trouble =
        texts.contains(field.key)
        ? FrontMatterValue.trouble(ofText: field.value) : FrontMatterValue(field.value).trouble
      guard let trouble else { return nil }
      let written = FrontMatterValue.written(FrontMatterValue(field.value).text)
      let remedy =
        written.utf8.count <= 100 && written != field.value
        ? "write \(Quoted.bare(field.key)): \(written)" : "write it in quotes"
      return checked.advice(
        field.line, field.column, "to other readers of YAML \(trouble); \(remedy)")
    }
  }
}
