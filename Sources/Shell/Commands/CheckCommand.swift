import Course
import Experiments
import Terminal

/// `knobs check`: grades the settings a learner chose.
enum CheckCommand: Command {
  static let name = "check"
  static let summary = "grade the values you chose for an exercise"
  static let arguments = [Argument("LESSON/EXERCISE", .exercise)]
  static let options = [Option.json]
  static let knobs = KnobSource.exercise
  static let discussion = [
    "The knobs an exercise lets you choose are options; one that is left out is graded at its "
      + "default. Where there is chance, fresh seeds are run until it is clear whether the values "
      + "pass. Every attempt is kept in the journal. The exit status is 0 if it passed, 1 if it "
      + "did not, and 2 if the request was wrong, which is no attempt."
  ]
  static let examples = [
    Example(
      "knobs check learning-rate/reach-the-floor --learning-rate 0.1", "grade a learning rate")
  ]

  static func run(_ call: Call, _ context: Context) async throws(Refusal) -> Report {
    guard let id = call.words.first else {
      throw Refusal(
        "check what? name an exercise, such as LESSON/EXERCISE; knobs lessons lists all")
    }
    let syllabus = try context.contents()
    let exercise = try syllabus.findExercise(id)
    let choices = try call.choices(for: exercise)
    let (grade, progress) = try await context.graded(exercise, choices)
    let status: ExitStatus = grade.passed ? .done : .notPassed
    let attempts = progress[exercise].attempts
    if call.wantsJSON {
      return try Report(json: GradeDocument(grade: grade, attempt: attempts), status: status)
    }
    var page = Page(context.screen)
    page.heading(exercise.name, exercise.texts(of: choices))
    page.blank()
    page.grade(grade)
    page.blank()
    page.next(exercise.next(after: grade, syllabus, progress))
    return Report(page, status: status)
  }
}

extension Exercise {
  /// The chosen knobs as people read them: `learning-rate 0.25`.
  func texts(of choices: Settings) -> [String] {
    self.choices.map { "\($0.name) \((choices[$0.name] ?? $0.defaultValue).text)" }
  }

  /// What to type after a grade.
  func next(after grade: Grade, _ syllabus: Syllabus, _ progress: Transcript)
    -> [(line: String, gloss: String)]
  {
    guard !grade.passed else { return syllabus.next(after: self, progress) }
    let standing = progress[self]
    var lines: [(line: String, gloss: String)] = []
    if standing.hints < hints.count {
      lines.append(("knobs hint \(id)", "hint \(standing.hints + 1) of \(hints.count)"))
    } else if standing.opensSolution {
      lines.append(("knobs solution \(id)", "from the middle of what passes"))
    } else {
      let left = Transcript.Standing.attemptsForSolution - standing.attempts
      lines.append(
        (checkLine, "try again; the solution opens after \(NumberText.count(left, "more attempt"))")
      )
    }
    return lines
  }
}

extension Syllabus {
  /// What to type when an exercise is passed: the next exercise of the lesson, else the next lesson.
  func next(after exercise: Exercise, _ progress: Transcript)
    -> [(line: String, gloss: String)]
  {
    if let open = self[exercise.lesson]?.exercises.first(where: { !progress[$0].isPassed }) {
      return [
        (open.checkLine, "the next exercise"),
        ("knobs learn \(exercise.lesson)", "back to the lesson"),
      ]
    }
    if let next = lesson(after: exercise.lesson), !progress.isComplete(next) {
      return [("knobs learn \(next.name)", "on to \"\(next.title)\"")]
    }
    guard let open = lesson(from: 0, where: { !progress.isComplete($0) }) else {
      return [("knobs progress", "everything is passed: see your points")]
    }
    return [("knobs learn \(open.name)", "back to what is still open: \"\(open.title)\"")]
  }
}
