import Experiments

/// What stands between the lines of `---` at the beginning of a lesson.
struct FrontMatter {
  static let keys = ["title", "summary", "minutes", "requires"]

  private(set) var title = "Untitled"
  private(set) var summary = ""
  private(set) var minutes = 10
  private(set) var requirements: [Lesson.Requirement] = []

  /// Reads what stands between the marks of a lesson's front matter.
  init(_ lines: LessonLines, _ faults: inout Faults) {
    guard var fields = lines.fields(&faults) else { return }
    if let title = fields.required("title", &faults) { self.title = title.value }
    if let summary = fields.required("summary", &faults) { self.summary = summary.value }
    if let minutes = fields.whole("minutes", 1...600, &faults) { self.minutes = minutes }
    for field in fields.all("requires", &faults).flatMap(\.members) {
      if LessonName.isValid(field.value) {
        requirements.append(
          Lesson.Requirement(name: field.value, line: field.line, column: field.column))
      } else {
        faults.add(
          field,
          "\(Quoted.text(field.value)) is not the name of a lesson; "
            + "write it without its number and .md, such as learning-rate")
      }
    }
    fields.finish(known: Self.keys, &faults)
  }
}
