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
    var log = AttemptLog(listings: (try? context.contents())?.listings ?? [])
    let warnings = try context.requiredProgress { log.add($0) }.warnings
    guard let word = arguments.words.first else {
      guard !arguments.again else {
        throw Refusal("which attempt again? name its number in knobs log")
      }
      return try Report(log, asDocument: arguments.json, context, warnings: warnings)
    }
    guard let number = Int(word), let attempt = log.attempt(number) else {
      let known = log.count == 0 ? "there are none yet" : "knobs log has 1 … \(log.count)"
      throw Refusal("no attempt \(Quoted.text(word)); \(known)")
    }
    guard arguments.again else {
      return try Report(
        log.only(number), asDocument: arguments.json, context, warnings: warnings)
    }
    let grade = try await context.grade(again: attempt)
    let exhibit = GradeExhibit(
      grade, attempt: attempt.count, repeated: .init(attempt, as: grade))
    return try Report(
      exhibit, asDocument: arguments.json, context, warnings: warnings,
      status: grade.passed ? .done : .notPassed)
  }
}

extension Context {
  /// The grade of an attempt's settings on the seeds that it was graded on.
  fileprivate func grade(again attempt: AttemptLog.Attempt) async throws(Refusal) -> Grade {
    let exercise = try exercise(of: attempt)
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

  /// The exercise that an attempt was made at.
  private func exercise(of attempt: AttemptLog.Attempt) throws(Refusal) -> Exercise {
    let syllabus = try contents()
    if let exercise = syllabus.exercise(of: attempt.recorded) { return exercise }
    let lesson = LessonKey.lesson(of: attempt.recorded.exercise)
    // A lesson that is there but cannot be taken, or has no such exercise any more, says so.
    if syllabus.keys.contains(lesson) { return try syllabus.findExercise(attempt.exercise) }
    let name = attempt.recorded.exercise.split(separator: ":").last.map(String.init) ?? ""
    let pack = attempt.recorded.pack.map { " of the pack \(Quoted.text($0))" } ?? ""
    throw Refusal(
      "attempt \(attempt.number) was made at \(Quoted.name(name))\(pack), which is in none of these "
        + "lessons; name their folder with --lessons")
  }
}
