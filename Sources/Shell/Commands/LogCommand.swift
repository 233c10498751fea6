import Exhibits
import Experiments
import Grading
import Lessons
import Screens
import Tuning

/// `knobs log`: every attempt, the last one at the end, or one of them again.
enum LogCommand: Command {
  static let name = "log"
  static let summary = "every attempt you made, or one of them again"
  static let arguments = [Argument("N", .attempt, isRequired: false)]
  struct Options: OptionTable {
    let again = Option("again", "grade attempt N once more, on the same seeds; nothing is recorded")
    let json = Option.json
  }
  static let discussion = [
    "With a number, that attempt alone. With --again it is graded once more on the seeds that it was "
      + "graded on, which gives the same numbers to the last bit, as long as neither the exercise "
      + "nor the program has changed. The exit status is then that of knobs check."
  ]
  static let examples = [
    Example("knobs log 3 --again", "the third attempt of the log, to the same numbers")
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let (entries, notes) = try context.entries()
    let log = AttemptLog(entries, listings: (try? context.contents())?.listings ?? [])
    guard let word = arguments.words.first else {
      guard !arguments.again else {
        throw Refusal("which attempt again? name its number in knobs log")
      }
      return try Report(log, asDocument: arguments.json, context, notes: notes)
    }
    let attempts = log.attempts
    guard let number = Int(word), let attempt = attempts.first(where: { $0.number == number })
    else {
      let known =
        attempts.isEmpty ? "there are none yet" : "knobs log has 1 … \(attempts.count)"
      throw Refusal("no attempt \(Quoted.text(word)); \(known)")
    }
    guard arguments.again else {
      return try Report(log.only(number), asDocument: arguments.json, context, notes: notes)
    }
    let grade = try await context.grade(again: attempt)
    let exhibit = GradeExhibit(
      grade, attempt: attempt.count, repeated: .init(attempt, as: grade))
    return try Report(
      exhibit, asDocument: arguments.json, context, notes: notes,
      status: grade.passed ? .done : .notPassed)
  }
}

extension Context {
  /// The grade of an attempt's settings on the seeds that it was graded on.
  fileprivate func grade(again attempt: AttemptLog.Attempt) async throws(Refusal) -> Grade {
    let exercise = try contents().findExercise(attempt.exercise)
    let choices = try attempt.arguments.choices(for: exercise)
    guard let seed = attempt.recorded.seed ?? (exercise.usesChance ? nil : Seed.standard) else {
      throw Refusal(
        "attempt \(attempt.number) cannot be made again: an early version of the program did not "
          + "record its seeds")
    }
    guard Seed.areForGrading(from: seed, count: SequentialTest.mostSeeds) || !exercise.usesChance
    else {
      throw Refusal("attempt \(attempt.number) cannot be made again: it has no seeds for grading")
    }
    try await errorScreen.afford(
      PlannedRuns(grading: exercise, choices), within: work, for: "grading \(exercise.id)")
    let grading = Grading(exercise, choices: choices, firstSeed: seed)
    return await grading.decided(cores: cores, on: errorScreen).grade
  }
}
