import Experiments

/// What `pack.md` says of the folder it stands in.
struct PackFile: Sendable {
  /// The file's name.
  static let fileName = "pack.md"
  static let keys = ["name", "title", "author", "language", "order"]

  private(set) var name: String?
  private(set) var title: String?
  private(set) var author: String?
  private(set) var language: String?

  /// The names of lessons in the order they shall have, each once.
  private(set) var order: [String] = []

  /// The Markdown below the front matter.
  private(set) var description = ""

  /// The lines of the file; nil without one.
  private(set) var lines: LessonLines?

  /// Nothing said.
  init() {}

  /// Reads the file's text.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - lessons: the names of the lessons that stand beside it.
  ///   - faults: everything that is wrong with it.
  init(_ text: String, lessons: [String], _ faults: inout Faults) {
    let lines = LessonLines(text, of: Self.fileName, &faults)
    self.lines = lines
    guard var fields = lines.fields(&faults) else { return }
    if let name = fields.one("name", &faults) {
      if LessonName.isValid(name.value) {
        self.name = name.value
      } else {
        faults.add(
          name,
          "\(Quoted.text(name.value)) is not a name; "
            + "use at most 64 lowercase letters, digits and hyphens between them")
      }
    }
    title = fields.one("title", &faults)?.value
    author = fields.one("author", &faults)?.value
    if let language = fields.one("language", &faults) {
      if LanguageTag.isWellFormed(language.value) {
        self.language = language.value
      } else {
        faults.add(
          language,
          "\(Quoted.text(language.value)) is not a language tag; write one such as en or pt-BR")
      }
    }
    readOrder(&fields, lessons, &faults)
    fields.finish(known: Self.keys, &faults)
    description = lines.body.joined(separator: "\n").trimmingSpace()
  }

  private mutating func readOrder(
    _ fields: inout FieldSet, _ lessons: [String], _ faults: inout Faults
  ) {
    let known = Set(lessons)
    var seen = Set<String>()
    for field in fields.all("order", &faults).flatMap(\.listed) {
      if !known.contains(field.value) {
        let remedy =
          lessons.isEmpty
          ? "; leave it out" : NearestName.remedy(for: field.value, among: lessons)
        faults.add(field, "no lesson \(Quoted.text(field.value)) in this pack\(remedy)")
      } else if !seen.insert(field.value).inserted {
        faults.add(field, "\(field.value) stands twice in the order; keep one")
      } else {
        order.append(field.value)
      }
    }
  }
}

extension String {
  /// The text without white space at either end.
  fileprivate func trimmingSpace() -> String { drop(while: \.isWhitespace).trimmingEnd() }
}
