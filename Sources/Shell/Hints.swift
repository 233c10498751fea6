import Course
import Terminal

extension Context {
  /// Opens one more hint of an exercise, if there is one, and records it.
  ///
  /// - Returns: how many hints are open now.
  func nextHint(for exercise: Exercise) throws(Refusal) -> Int {
    let open = try progress().progress[exercise].hints
    guard open < exercise.hints.count else { return exercise.hints.count }
    try record(.hint(exercise: exercise.key, number: open + 1))
    return open + 1
  }
}

extension Page {
  /// Some of the hints of an exercise, the last of which is new.
  mutating func hints(_ hints: [String], _ shown: Range<Int>) {
    for index in shown.clamped(to: hints.indices) {
      blank()
      let isNew = index == shown.upperBound - 1
      text(
        StyledText("\(index + 1). ", .muted) + inline(hints[index], isNew ? .plain : .muted),
        hanging: 3)
    }
  }
}
