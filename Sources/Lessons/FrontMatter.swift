import Experiments

/// What stands between the lines of `---` at the beginning of a lesson.
struct FrontMatter {
  static let keys = ["title", "summary", "minutes", "requires", "part", "able"]

  private(set) var title = "Untitled"
  private(set) var summary = ""
  private(set) var minutes = 10
  private(set) var requirements: [Lesson.Requirement] = []
  private(set) var part: String?
  private(set) var ability: String?

  /// Reads what stands between the marks of a lesson's front matter.
  init(_ lines: LessonLines, _ faults: inout Faults) {
    guard var fields = lines.fields(&faults) else { return }
    if let title = fields.required("title", &faults) { self.title = title.value }
    if let summary = fields.required("summary", &faults) { self.summary = summary.value }
    if let minutes = fields.whole("minutes", 1...600, &faults) { self.minutes = minutes }
    for field in fields.all("requires", &faults).flatMap(\.listed) {
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
    if let part = fields.one("part", &faults) {
      let letters = part.value.unicodeScalars.count
      if letters > Limits.partLetters {
        faults.add(
          part,
          "the name of a part takes at most \(Limits.partLetters) letters, here are \(letters); "
            + "say it in fewer")
      } else {
        self.part = part.value
      }
    }
    ability = fields.one("able", &faults)?.value
    fields.finish(known: Self.keys, &faults)
  }
}

/// The names of languages.
enum LanguageTag {
  /// Whether a text has the shape of a language tag such as `en`, `pt-BR`, `zh-Hant-TW` or `x-own`:
  /// letters, then parts of letters and digits, each of at most eight and joined by hyphens.
  ///
  /// That is all of BCP 47 that matters here; what its parts mean is not looked up.
  static func isWellFormed(_ tag: String) -> Bool {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(isLetterOrDigit) }
      && parts[0].allSatisfy { $0 >= UInt8(ascii: "A") }
      && (parts[0].count > 1 || parts.count > 1 && parts[0].first.map { $0 | 0x20 } == letterX)
  }

  /// Begins the tags that are agreed on in private.
  private static let letterX = UInt8(ascii: "x")

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
