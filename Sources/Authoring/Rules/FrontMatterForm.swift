import Experiments
import Files
import Lessons

/// Front matter that GitHub, Jekyll or Hugo read too, as YAML, and read as it is meant.
enum FrontMatterForm: Rule {
  static let name = "front-matter-form"
  static let summary =
    "Other readers of YAML take the values of the front matter as they are meant."

  /// The keys whose values are texts.
  private static let texts: Set = ["title", "summary", "author", "part", "able"]

  /// The keys whose values are lists, which may stand in brackets.
  private static let lists: Set = ["requires", "order"]

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    let fields = checked.text.writtenFrontMatter
    let depth = fields.first?.keyColumn ?? 1
    return fields.compactMap { field in
      // That it takes a number is said where it is read.
      guard field.key != "minutes" || Int(FrontMatterValue(field.value).text) != nil else {
        return nil
      }
      guard field.keyColumn == depth else {
        return checked.advice(
          field.line, field.keyColumn,
          "to other readers of YAML what stands further in belongs to the line above; "
            + "begin all lines in the same column")
      }
      guard isParted(field, in: checked.text.lines) else {
        return checked.advice(
          field.line, field.keyColumn,
          "to other readers of YAML a colon and a space part a key from its value; "
            + "put a space behind the colon")
      }
      if lists.contains(field.key), field.value.hasPrefix("["), field.value.hasSuffix("]") {
        return nil
      }
      let trouble =
        texts.contains(field.key)
        ? FrontMatterValue.trouble(ofText: field.value) : FrontMatterValue(field.value).trouble
      guard let trouble else { return nil }
      let written = FrontMatterValue.written(FrontMatterValue(field.value).text)
      let remedy =
        FrontMatterValue.isBlockHeader(field.value)
        ? "write it on one line"
        : written.utf8.count <= 100 && written != field.value
          ? "write \(Quoted.bare(field.key)): \(written)" : "write it in quotes"
      return checked.advice(
        field.line, field.column, "to other readers of YAML \(trouble); \(remedy)")
    }
  }

  /// Whether the colon behind a field's key is one to readers of YAML.
  private static func isParted(_ field: Field, in lines: [String]) -> Bool {
    guard !field.value.isEmpty, lines.indices.contains(field.line - 1) else { return true }
    let behind = lines[field.line - 1].unicodeScalars.drop { $0 != ":" }.dropFirst().first
    return behind == " " || behind == "\t"
  }
}
