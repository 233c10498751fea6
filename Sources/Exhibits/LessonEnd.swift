import Experiments
import Grading
import Lessons

/// The end of a lesson: what was done in it, and what comes next.
package struct LessonEnd: Exhibit {
  /// Which lesson ended.
  package let heading: String

  /// What was done in it.
  package let standing: String

  /// The exercises that are still to be passed.
  package let open: [NextStep]

  /// The title of the next lesson; nil after the last.
  package let following: String?

  /// What the whole course came to, after its last lesson.
  package let total: String?

  /// What to type next.
  package let next: [NextStep]

  private enum CodingKeys: CodingKey { case heading, standing, following, total }

  /// The end of a lesson.
  package init(of lesson: Lesson, _ syllabus: Syllabus, _ progress: Progress) {
    heading = "End of \(lesson.title)"
    standing = syllabus.standing(in: lesson, progress)
    open = lesson.exercises.filter { !progress[$0].isPassed }.map { exercise in
      let isEarlier = progress[exercise].hasPassedEarlierForm
      return NextStep(exercise.checkLine, isEarlier ? "you passed an earlier form" : "")
    }
    let following = syllabus.lesson(after: lesson.name)
    self.following = following?.title
    if let following {
      total = nil
      next = [NextStep("knobs learn \(following.name)", "go on with the next lesson")]
    } else {
      let lessons = syllabus.reading(.outline).lessons
      let points = lessons.map(progress.points).reduce(0, +)
      let maximum = lessons.map(\.maximumPoints).reduce(0, +)
      total = "That was the last lesson. \(points) of \(NumberText.count(maximum, "point"))."
      next = [NextStep("knobs progress", "your points, exercise by exercise")]
    }
  }
}
