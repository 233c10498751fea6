import Experiments
import Grading
import Lessons

/// Where the learner is, and the one command to type next.
package struct HomeExhibit: Exhibit {
  /// How far the learner is in the course.
  package enum Position: Sendable {
    /// Nothing was done yet, as far as is known; what there is to do, in words.
    case beginning(String)

    /// In a lesson of a title, what was done there, and which exercises of the course were passed
    /// in an earlier form.
    case lesson(String, standing: String, earlierForms: String?)

    /// Every lesson is done; the points they came to, in words.
    case end(String)
  }

  /// How far the learner is.
  package let place: Position

  /// What to type next.
  package var next: [NextStep]

  private let document: Document

  private struct Document: Encodable {
    let lesson: String?
    let next: String
    let passed: Int
    let exercises: Int
    let points: Int
    let maximumPoints: Int

    /// How many questions are to be asked again today; nil where none are.
    let due: Int?

    /// False where the progress could not be read, else nil.
    let progressKnown: Bool?
  }

  /// Where a learner is in a course.
  ///
  /// - Parameters:
  ///   - due: how many questions are to be asked again today.
  ///   - isKnown: whether the progress could be read.
  ///   - simulation: one to begin with.
  package init(
    _ syllabus: Syllabus, _ progress: Progress, due: Int = 0, isKnown: Bool = true,
    simulation: String?
  ) {
    let current = syllabus.current(progress)
    let lessons = syllabus.lessons
    document = Document(
      lesson: current?.name, next: current == nil ? "knobs progress" : "knobs learn",
      passed: lessons.map(progress.passed).reduce(0, +), exercises: syllabus.exercises.count,
      points: lessons.map(progress.points).reduce(0, +),
      maximumPoints: lessons.map(\.maximumPoints).reduce(0, +),
      due: due > 0 ? due : nil, progressKnown: isKnown ? nil : false)
    let review =
      due > 0
      ? [NextStep("knobs review", "\(NumberText.count(due, "question")) to recall today")] : []
    if progress.lastLesson(of: syllabus.keys) == nil, document.passed == 0 {
      let position = isKnown ? "You are at the beginning." : "Your progress cannot be read."
      place = .beginning("\(Self.overview(of: lessons)) \(position)")
      next = Self.beginning(lessons.first, simulation)
    } else if let lesson = current {
      place = .lesson(
        lesson.title, standing: syllabus.standing(in: lesson, progress),
        earlierForms: syllabus.earlierForms(progress))
      next =
        review + [NextStep("knobs learn", syllabus.gloss(on: lesson, progress))]
        + (progress.lastAttempt(in: syllabus.keys).map { [Self.step(back: $0)] } ?? [])
        + [NextStep("knobs lessons", "all lessons")]
    } else {
      place = .end(NumberText.count(document.points, "point"))
      next =
        review + [
          NextStep("knobs progress", "your points, and what took you most"),
          NextStep("knobs progress --svg FILE", "a page of them to keep"),
          NextStep("knobs simulations", "turn the knobs as you like"),
        ]
    }
  }

  private static func overview(of lessons: [Lesson]) -> String {
    let exercises = lessons.flatMap(\.exercises).count
    return "\(NumberText.count(lessons.count, "lesson")), "
      + "\(NumberText.count(exercises, "exercise")), "
      + "\(hours(lessons.map(\.minutes).reduce(0, +)))."
  }

  private static func beginning(_ first: Lesson?, _ simulation: String?) -> [NextStep] {
    var steps: [NextStep] = []
    if let first {
      steps.append(
        NextStep("knobs learn", "start with \"\(first.title)\" (\(first.minutes)\u{A0}min)"))
    }
    steps.append(NextStep("knobs lessons", "all lessons"))
    if let simulation {
      steps.append(NextStep("knobs play \(simulation)", "or turn knobs right away"))
    }
    return steps
  }

  private static func step(back attempt: JournalEntry.Attempt) -> NextStep {
    let values = attempt.settings.sorted { $0.key < $1.key }.map(\.value.text)
    let verdict = attempt.passed ? "passed" : "not passed"
    let name = attempt.exercise.split(separator: "/").last ?? ""
    return NextStep(
      "knobs log",
      "your last attempt: \(name) with \(values.joined(separator: ", ")), \(verdict)")
  }

  private static func hours(_ minutes: Int) -> String {
    switch minutes {
    case ..<50: "about \(minutes) minutes"
    case ..<75: "about an hour"
    default: "about \(NumberText.shortest((Double(minutes) / 30).rounded() / 2)) hours"
    }
  }

  /// Writes the lesson to go on with, and what everything comes to.
  package func encode(to encoder: any Encoder) throws { try document.encode(to: encoder) }
}
