import Experiments
import Files
import Lessons

/// That the minutes a list of lessons shows can be trusted by somebody who has a quarter of an hour.
enum MinutesStated: Rule {
  static let name = "minutes"
  static let summary = "The minutes stated are near what words, runs and exercises add up to."

  /// By how much they may differ.
  static let factor = 1.5

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    // Beyond these, reading the lesson has found a fault already.
    guard let field = checked.text.frontMatter.first(where: { $0.key == "minutes" }),
      let stated = Int(field.value), (1...600).contains(stated)
    else { return [] }
    let time = ReadingTime(of: checked)
    let measured = max(1, time.total.rounded())
    let ratio = Double(stated) / measured
    guard ratio > factor || ratio < 1 / factor else { return [] }
    return [
      checked.advice(
        field.line, field.column,
        "minutes: \(stated), but \(NumberText.count(time.words, "word")) and "
          + "\(NumberText.shortest(time.practice)) \(time.practice == 1 ? "minute" : "minutes") of "
          + "practice make about "
          + "\(Int(measured)); write minutes: \(Int(measured))")
    ]
  }
}
