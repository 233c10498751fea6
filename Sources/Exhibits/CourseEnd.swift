import Experiments
import Grading
import Lessons

/// The end of a course, when everything in it is done: what one can do now, what took most, what next.
package struct CourseEnd: Exhibit {
  /// A part of the course.
  package struct Part: Encodable, Sendable {
    /// What it is called; nil where it has no title.
    package let title: String?

    /// What whoever took it can do, each as the end of a sentence.
    package let abilities: [String]
  }

  /// What everything came to.
  package let details: [String]

  /// What one can do now, part by part; empty where no lesson says.
  package let parts: [Part]

  /// What took most, the greatest first.
  package let hardest: [Weakness]

  /// What to type next.
  package let next: [NextStep]

  private enum CodingKeys: CodingKey { case parts, hardest }

  /// How many exercises and predictions are named that took most.
  static let mostNamed = 3

  /// The end of a course; nil while something in it is not done.
  package init?(_ syllabus: Syllabus, _ progress: Progress, _ history: PassHistory) {
    guard syllabus.isDone(progress) else { return nil }
    let course = syllabus.reading(.outline)
    let lessons = course.lessons
    let entries = course.entries
    let points = lessons.map(progress.points).reduce(0, +)
    let maximum = lessons.map(\.maximumPoints).reduce(0, +)
    details = [
      NumberText.count(lessons.count, "lesson"),
      NumberText.count(course.exercises.count, "exercise"),
      "\(points) of \(NumberText.count(maximum, "point"))",
    ]
    parts = CoursePart.parts(of: entries).compactMap { part in
      let abilities = entries[part.lessons].filter(\.isSound).compactMap(\.lesson.ability)
      return abilities.isEmpty ? nil : Part(title: part.title, abilities: abilities)
    }
    hardest = Weakness.greatest(Self.mostNamed, in: lessons, progress, history)
    next = Self.next
  }

  /// What to type when everything is done.
  static let next = [
    NextStep("knobs progress --svg FILE", "a page to keep: what you passed, and when"),
    NextStep("knobs find WORDS", "look up what you need at work"),
    NextStep("knobs simulations", "turn the knobs as you like"),
  ]
}

extension Syllabus {
  /// Whether everything that can be taken is done, and there is something.
  package func isDone(_ progress: Progress) -> Bool {
    lesson(from: 0) { !progress.isComplete($0) } == nil && lesson(from: 0) { _ in true } != nil
  }
}
