import Files
import Lessons

/// A lesson without a run and without an exercise could as well be read in a book.
enum SomethingToDo: Rule {
  static let name = "something-to-do"
  static let summary = "A lesson shows a run or sets an exercise."

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    guard checked.text.directives.isEmpty else { return [] }
    return [
      checked.advice(
        1, 1,
        "nothing in this lesson runs and nothing is asked; add a simulate, a predict or an exercise"
      )
    ]
  }
}
