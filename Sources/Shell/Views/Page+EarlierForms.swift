import Course
import Terminal

extension Page {
  /// Which exercises were passed before they were made into what they are now, if there are any.
  mutating func earlierForms(_ syllabus: Syllabus, _ progress: Transcript) {
    let names = syllabus.lessons.flatMap(progress.passedEarlier).map(\.id)
    guard !names.isEmpty else { return }
    let changed = names.count == 1 ? "has changed" : "have changed"
    blank()
    text(
      StyledText(
        "You passed an earlier form of \(names.listed), which \(changed) since.", .muted))
  }
}
