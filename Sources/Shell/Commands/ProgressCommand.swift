import Course
import Experiments
import Terminal

/// `knobs progress`: the points, exercise by exercise.
enum ProgressCommand: Command {
  static let name = "progress"
  static let summary = "your points, exercise by exercise"
  struct Options: OptionTable { let json = Option.json }

  private struct Document: Encodable {
    struct Row: Encodable {
      let exercise: String
      let passed: Bool
      let points: Int
      let maximumPoints: Int
      let attempts: Int
      let hints: Int

      /// True where only an earlier form of the exercise was passed, else missing.
      let passedEarlierForm: Bool?
    }

    let passed: Int
    let points: Int
    let maximumPoints: Int
    let exercises: [Row]
  }

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let syllabus = try context.outline()
    let (progress, notes) = try context.progress()
    let passed = syllabus.lessons.map(progress.passed).reduce(0, +)
    let points = syllabus.lessons.map(progress.points).reduce(0, +)
    let maximum = syllabus.lessons.map(\.maximumPoints).reduce(0, +)
    if arguments.json {
      return try Report(
        json: Document(
          passed: passed, points: points, maximumPoints: maximum,
          exercises: syllabus.exercises.map { exercise in
            let standing = progress[exercise]
            return Document.Row(
              exercise: exercise.id, passed: standing.isPassed,
              points: min(standing.points, exercise.maximumPoints),
              maximumPoints: exercise.maximumPoints, attempts: standing.attempts,
              hints: standing.hints,
              passedEarlierForm: standing.hasPassedEarlierForm ? true : nil)
          }))
    }
    var page = Page(context.screen)
    page.heading(
      "\(points) of \(NumberText.count(maximum, "point"))",
      ["\(passed) of \(NumberText.count(syllabus.exercises.count, "exercise")) passed"])
    for lesson in syllabus.lessons where !lesson.exercises.isEmpty {
      page.blank()
      page.text(StyledText(lesson.title, .bold))
      page.table(table(lesson, progress), indent: 4)
    }
    page.blank()
    page.next(next(syllabus, progress))
    return Report(page, notes: notes + syllabus.notes)
  }

  private static func table(_ lesson: Lesson, _ progress: Transcript) -> TextTable {
    var table = TextTable([.init(""), .init(""), .init("", .trailing), .init("")])
    for exercise in lesson.exercises {
      let standing = progress[exercise]
      let mark =
        standing.isPassed
        ? StyledText("✓", .good) : StyledText(standing.attempts > 0 ? "✗" : "·", .muted)
      let tries =
        standing.attempts == 0 ? "not tried" : NumberText.count(standing.attempts, "attempt")
      let earlier = standing.hasPassedEarlierForm ? ", passed an earlier form" : ""
      table.append([
        mark, StyledText(exercise.name),
        StyledText("\(min(standing.points, exercise.maximumPoints)) of \(exercise.maximumPoints)"),
        StyledText(tries + earlier, .muted),
      ])
    }
    return table
  }

  private static func next(_ syllabus: Syllabus, _ progress: Transcript)
    -> [(line: String, gloss: String)]
  {
    guard let lesson = syllabus.current(progress) else {
      return [("knobs simulations", "everything is passed: turn the knobs as you like")]
    }
    return [("knobs learn \(lesson.name)", syllabus.gloss(on: lesson, progress))]
  }
}
