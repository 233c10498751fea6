import Grading
import Lessons

extension Syllabus {
  /// Which exercises were passed before they were made into what they are now; nil where none were.
  func earlierForms(_ progress: Progress) -> String? {
    let names = lessons.flatMap(progress.passedEarlier).map(\.id)
    guard !names.isEmpty else { return nil }
    let changed = names.count == 1 ? "has changed" : "have changed"
    return "You passed an earlier form of \(names.listed), which \(changed) since."
  }
}
