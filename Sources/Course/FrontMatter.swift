import Experiments

/// What stands between the lines of `---` at the beginning of a lesson.
struct FrontMatter {
  static let keys = ["title", "summary", "minutes", "requires"]

  private(set) var title = "Untitled"
  private(set) var summary = ""
  private(set) var minutes = 10
  private(set) var requirements: [Lesson.Requirement] = []

  /// The lines between its marks, as indices.
  private(set) var lines = 0..<0

  /// Reads the front matter and blanks its lines, so that those behind keep their numbers.
  init(takenFrom lines: inout [String], _ faults: inout Faults) {
    guard let (place, found) = Self.fields(takenFrom: &lines, of: "the lesson", &faults) else {
      return
    }
    self.lines = place
    var fields = found
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

  /// The fields of the front matter, whose lines become blank, with the indices of those between
  /// its marks; nil if there is none.
  ///
  /// One without an end is read as far as its first blank line, so that what follows is read too.
  static func fields(
    takenFrom lines: inout [String], of what: String, _ faults: inout Faults
  ) -> (place: Range<Int>, fields: FieldSet)? {
    guard lines.first?.trimmingEnd() == "---" else {
      faults.add(1, 1, "\(what) does not begin with front matter; begin it with a line ---")
      return nil
    }
    let behind = lines.dropFirst()
    var end = behind.firstIndex { $0.trimmingEnd() == "---" }
    if end == nil {
      faults.add(1, 1, "the front matter has no end; close it with a line ---")
      end = behind.firstIndex { $0.allSatisfy(\.isWhitespace) }
    }
    let fence = end ?? lines.endIndex
    let fields = FieldSet(
      of: lines[1..<fence], owner: "front matter", ownerLine: 1, faults: &faults)
    for index in lines.indices.prefix(fence + 1) { lines[index] = "" }
    return (1..<fence, fields)
  }
}
