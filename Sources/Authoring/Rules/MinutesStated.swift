import Course
import Experiments
import Files

/// Who has a quarter of an hour trusts the minutes that a list of lessons shows.
enum MinutesStated: Rule {
  static let name = "minutes"
  static let summary = "The minutes stated are near what words, runs and exercises add up to."

  /// By how much they may differ.
  static let factor = 1.5

  static func faults(in subject: Subject, _ cache: Cache) async -> [LessonFault] {
    guard
      let index = subject.frontMatter.first(where: { index in
        let text = subject.lines.element(index)
        return text.firstIndex(of: ":").map { text[..<$0].trimmed == "minutes" } ?? false
      })
    else { return [] }
    let text = subject.lines.element(index)
    let value = text.drop { $0 != ":" }.dropFirst()
    // Beyond these, reading the lesson has found a fault already.
    guard let stated = Int(value.trimmed), (1...600).contains(stated) else { return [] }
    let time = ReadingTime(of: subject)
    let measured = max(1, time.total.rounded())
    let ratio = Double(stated) / measured
    guard ratio > factor || ratio < 1 / factor else { return [] }
    let column = text.count - value.drop(while: \.isWhitespace).count + 1
    return [
      subject.advice(
        index + 1, column,
        "minutes: \(stated), but \(NumberText.count(time.words, "word")) and "
          + "\(NumberText.shortest(time.practice)) \(time.practice == 1 ? "minute" : "minutes") of "
          + "practice make about "
          + "\(Int(measured)); write minutes: \(Int(measured))")
    ]
  }
}
