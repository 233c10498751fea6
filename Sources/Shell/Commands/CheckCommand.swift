import Exhibits
import Experiments
import Grading
import Lessons
import Play
import Screens

/// `knobs check`: grades the settings a learner chose.
enum CheckCommand: Command {
  static let name = "check"
  static let summary = "grade the values you chose for an exercise"
  static let arguments = [Argument("LESSON/EXERCISE", .exercise)]
  struct Options: OptionTable {
    let knobs = KnobSource.exercise
    let defaults = Option(
      "defaults", "grade knobs that are left out at their defaults, and ask for none")
    let json = Option.json
  }

  static let discussion = [
    "The knobs an exercise lets you choose are options. On a terminal you are asked for those that "
      + "are left out; elsewhere they are graded at their defaults, but not all of them: an exercise "
      + "that nobody has touched is graded with --defaults alone. A number may be typed as 0.05, "
      + "1/20, 5e-2, 2^-4 or 40,000, and where it is a share as 5%.",
    "Every attempt is kept in the journal; where that cannot be written, it is graded all the same, "
      + "and said not to be kept. The exit status is 0 if it passed, 1 if it did not, and 2 if the "
      + "request was wrong, which is no attempt.",
    "Where there is chance, a seed decides every draw of a run. An attempt is run on fresh seeds, which "
      + "are yours alone (they are derived from a key in your state folder, the exercise and the "
      + "number of the attempt), until a sequential test knows whether the values pass on at least "
      + "90 % of all seeds or on at most 70 %; an exercise can ask for other shares. At either share it "
      + "errs in at most 1 attempt of 100; in between, either may come out. After 200 seeds it stops: "
      + "too close to call, which does not pass.",
    "Every line of a grade has such a test of its own, and what is not decided earns no points. Errors "
      + "are counted per attempt: values that pass on 70 % of seeds get through one attempt in less "
      + "than 1 case of 100, but through one of ten in 8. The 95 % interval is one that holds after "
      + "a test that stopped by itself.",
  ]
  static let examples = [
    Example(
      "knobs check learning-rate/reach-the-floor --learning-rate 0.1", "grade a learning rate"),
    Example("knobs check learning-rate/reach-the-floor", "be asked for it"),
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
    let choices = try await choices(for: exercise, arguments, context)
    let graded = try await context.journal.graded(
      exercise, choices, program: Program.version, cores: context.cores, within: context.work,
      on: context.errorScreen)
    let (grade, progress) = (graded.grade, graded.progress)
    var exhibit = GradeExhibit(
      grade, attempt: progress[exercise].attempts, lostKey: graded.lostKey,
      isKept: graded.isKept)
    if !arguments.json { exhibit.next = exercise.next(after: grade, syllabus, progress) }
    return try Report(
      exhibit, asDocument: arguments.json, context,
      warnings: graded.notes.map(Context.warning),
      status: grade.passed ? .done : .notPassed)
  }

  /// What was chosen: typed as options, asked for, or by name left as it is.
  private static func choices(
    for exercise: Exercise, _ arguments: ParsedArguments<Options>, _ context: Context
  ) async throws(Refusal) -> Settings {
    let typed = try arguments.knobs.choices(for: exercise)
    let missing = exercise.choices.filter { typed.turned[$0.name] == nil }
    if arguments.defaults || missing.isEmpty { return typed }
    if context.canAsk, !arguments.json {
      let asked = try await ChoicePrompts.settings(for: exercise, on: typed, at: context.terminal)
      guard let asked else {
        throw Refusal("nothing is graded without \(missing.map(\.name).listed)")
      }
      return asked
    }
    guard missing.count == exercise.choices.count else { return typed }
    let example = exercise.choices.map { "--\($0.name) …" }.joined(separator: " ")
    throw Refusal(
      "choose values for \(exercise.id): \(example); --defaults grades it as it stands")
  }
}
