import Course
import Files

/// A lesson without a run and without an exercise could as well be read in a book.
enum SomethingToDo: Rule {
  static let name = "something-to-do"
  static let summary = "A lesson shows a run or sets an exercise."

  static func faults(in subject: Subject, _ cache: Cache) async -> [LessonFault] {
    guard subject.directives.isEmpty else { return [] }
    return [
      subject.advice(
        1, 1,
        "nothing in this lesson runs and nothing is asked; add a simulate, a predict or an exercise"
      )
    ]
  }
}
