import Exhibits
import Grading
import Screens

extension LearnSession {
  /// The end of the course; nil while something in it is not done.
  var courseEnd: CourseEnd? {
    guard syllabus.isDone(progress) else { return nil }
    var history = PassHistory()
    _ = try? journal.read { history.add($0) }
    return CourseEnd(syllabus, progress, history)
  }

  /// Shows the end of the course below that of its lesson.
  mutating func show(_ course: CourseEnd, after lesson: LessonEnd) throws {
    while true {
      var page = Page(console.screen)
      page.gap()
      page.heading(lesson.heading, [lesson.standing])
      page.set(course)
      guard try console.showPaged(page) == .resized else { return }
    }
  }
}
