import Exhibits
import Experiments
import Grading
import Lessons
import Screens

/// `knobs check`: grades the settings a learner chose.
enum CheckCommand: Command {
  static let name = "check"
  static let summary = "grade the values you chose for an exercise"
  static let arguments = [Argument("LESSON/EXERCISE", .exercise)]
  struct Options: OptionTable {
    let knobs = KnobSource.exercise
    let json = Option.json
  }

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

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    guard let id = arguments.words.first else {
      throw Refusal(
        "check what? name an exercise, such as LESSON/EXERCISE; knobs lessons lists all")
    }
    let syllabus = try context.contents()
    let exercise = try syllabus.findExercise(id)
    let choices = try arguments.knobs.choices(for: exercise)
    let (grade, progress) = try await context.journal().graded(
      exercise, choices, program: Program.version, cores: context.cores, on: context.errorScreen)
    var exhibit = GradeExhibit(grade, attempt: progress[exercise].attempts)
    if !arguments.json { exhibit.next = exercise.next(after: grade, syllabus, progress) }
    return try Report(
      exhibit, asDocument: arguments.json, context, status: grade.passed ? .done : .notPassed)
  }
}
