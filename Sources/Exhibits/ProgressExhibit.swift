import Experiments
import Grading
import Lessons

/// The points, exercise by exercise.
package struct ProgressExhibit: Exhibit {
  /// A lesson with exercises.
  package struct Group: Sendable {
    /// The lesson's title.
    package let title: String

    /// Its exercises in order.
    package let exercises: [Row]
  }

  /// An exercise as the learner stands with it.
  package struct Row: Encodable, Sendable {
    let exercise: String
    let passed: Bool
    let points: Int
    let maximumPoints: Int
    let attempts: Int
    let hints: Int

    /// True where only an earlier form of the exercise was passed, else nil.
    let passedEarlierForm: Bool?

    /// The exercise's name.
    package let name: String

    /// Whether it was passed.
    package var isPassed: Bool { passed }

    /// Whether it was tried.
    package var isTried: Bool { attempts > 0 }

    /// The points earned, of those there are.
    package var pointsText: String { "\(points) of \(maximumPoints)" }

    /// How often it was tried, and whether it was passed in an earlier form.
    package var tries: String {
      (isTried ? NumberText.count(attempts, "attempt") : "not tried")
        + (passedEarlierForm == true ? ", passed an earlier form" : "")
    }

    private enum CodingKeys: CodingKey {
      case exercise, passed, points, maximumPoints, attempts, hints, passedEarlierForm
    }
  }

  private let passed: Int
  private let points: Int
  private let maximumPoints: Int

  /// The lessons in order.
  package let lessons: [Group]

  /// What took most, once everything is done; else nil.
  package let hardest: [Weakness]?

  /// What to type next.
  package let next: [NextStep]

  private enum CodingKeys: CodingKey { case passed, points, maximumPoints, exercises, hardest }

  /// What a journal adds up to over a course.
  ///
  /// - Parameter history: how it came to that.
  package init(_ syllabus: Syllabus, _ progress: Progress, _ history: PassHistory = .init()) {
    let all = syllabus.lessons
    passed = all.map(progress.passed).reduce(0, +)
    points = all.map(progress.points).reduce(0, +)
    maximumPoints = all.map(\.maximumPoints).reduce(0, +)
    lessons = all.filter { !$0.exercises.isEmpty }.map { lesson in
      Group(
        title: lesson.title,
        exercises: lesson.exercises.map { Row($0, progress[$0]) })
    }
    if let lesson = syllabus.current(progress) {
      hardest = nil
      next = [NextStep("knobs learn \(lesson.name)", syllabus.gloss(on: lesson, progress))]
    } else {
      hardest = Weakness.greatest(CourseEnd.mostNamed, in: all, progress, history)
      next = CourseEnd.next
    }
  }

  /// The points of all lessons.
  package var heading: String { "\(points) of \(NumberText.count(maximumPoints, "point"))" }

  /// The exercises of all lessons.
  package var detail: String {
    let count = lessons.map(\.exercises.count).reduce(0, +)
    return "\(passed) of \(NumberText.count(count, "exercise")) passed"
  }

  /// Writes the sums, then every exercise.
  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(passed, forKey: .passed)
    try fields.encode(points, forKey: .points)
    try fields.encode(maximumPoints, forKey: .maximumPoints)
    try fields.encode(lessons.flatMap(\.exercises), forKey: .exercises)
    try fields.encodeIfPresent(hardest, forKey: .hardest)
  }
}

extension ProgressExhibit.Row {
  fileprivate init(_ exercise: Exercise, _ standing: Progress.Standing) {
    self.init(
      exercise: exercise.id, passed: standing.isPassed,
      points: min(standing.points, exercise.maximumPoints),
      maximumPoints: exercise.maximumPoints, attempts: standing.attempts, hints: standing.hints,
      passedEarlierForm: standing.hasPassedEarlierForm ? true : nil, name: exercise.name)
  }
}
