import Experiments
import Files
import Lessons

/// A draft's sentences are there to be replaced.
enum OwnWords: Rule {
  static let name = "own-words"
  static let summary = "Nothing of what a draft tells its author to write is left."

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    let beginnings = Set(LessonDraft.requests.compactMap(\.utf8.first))
    return checked.text.lines.enumerated().compactMap { index, line in
      // Nearly every line begins otherwise, which is told by a byte.
      guard let first = line.utf8.first,
        beginnings.contains(first) || first <= 0x20 || first >= 0x80
      else { return nil }
      let start = line.trimmed
      guard LessonDraft.requests.contains(where: start.hasPrefix) else { return nil }
      return checked.advice(
        index + 1, line.prefix(while: \.isWhitespace).count + 1,
        "still the draft's words; write your own")
    }
  }
}
