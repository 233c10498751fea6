import Authoring
import Exhibits
import Experiments
import Grading
import Lessons
import Screens
import Tuning

/// `knobs author calibrate`: what passes an exercise, drawn.
enum AuthorCalibrateCommand: Command {
  static let name = "author calibrate"
  static let summary = "draw what passes an exercise, and how safely"
  static let arguments = [Argument("LESSON/EXERCISE", .exercise)]
  struct Options: OptionTable {
    let json = Option.json
    let csv = Option("csv", "print every setting that was tried as comma-separated values")
  }

  static let discussion = [
    "Runs the exercise over a grid of all settings a learner may choose, where there is chance on "
      + "several seeds each. One knob is drawn as a curve with the passing band, two as a map, and "
      + "more as maps of slices through the middle.",
    "Beside the picture stand the share that passes, the middle of it and how far that is from "
      + "failing, how it fares on held-out seeds, and what guessing achieves. If the share is not "
      + "as it should be, criteria that would bring it there are named.",
    "Lessons are looked for as in knobs author check, and what was measured before is kept.",
  ]
  static let examples = [
    Example("knobs author calibrate learning-rate/reach-the-floor", "what passes, as a picture"),
    Example("knobs author calibrate batch-size/spend-the-samples --csv", "every cell of the grid"),
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    guard let id = arguments.words.first else {
      throw Refusal("calibrate what? name an exercise, such as LESSON/EXERCISE")
    }
    guard !(arguments.json && arguments.csv) else {
      throw Refusal("--json and --csv are two formats; keep one")
    }
    let exercise = try exercise(id, context)
    try await context.errorScreen.afford(
      PlannedRuns(searching: exercise), within: context.work, for: "the search of \(exercise.id)")
    let cache = CacheFolder.cache(environment: context.environment)
    let calibration = await context.errorScreen.searching(exercise) { done in
      await Calibration.of(exercise, cache) { done.add() }
    }
    if arguments.csv { return Report(plain: calibration.commaSeparated(for: exercise)) }
    return try Report(
      CalibrationExhibit(calibration, of: exercise), asDocument: arguments.json, context)
  }

  /// The exercise of an id, also in a lesson that has faults elsewhere.
  private static func exercise(_ id: String, _ context: Context) throws(Refusal) -> Exercise {
    let folders = try context.authorFolders()
    let syllabus: Syllabus
    do throws(LessonFolder.Problem) {
      syllabus = try Syllabus.opening(folders, catalog: context.catalog).reading()
    } catch {
      throw Refusal(error.message)
    }
    let halves = id.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if halves.count == 2, let index = syllabus.index(of: String(halves[0])),
      let found = syllabus.entry(at: index).lesson.exercises.first(where: { $0.name == halves[1] })
    {
      return found
    }
    let all = syllabus.entries.flatMap { entry in
      entry.lesson.exercises.map { "\(entry.name)/\($0.name)" }
    }
    let shared = all.filter { $0.hasSuffix(":\(id)") }
    guard shared.count < 2 else {
      throw Refusal(
        "\(Quoted.text(id)) is in more than one pack; did you mean \(shared.alternatives)?")
    }
    let remedy = NearestName.remedy(for: id, among: all)
    let places = folders.map(Quoted.path).joined(separator: ", ")
    throw Refusal("no exercise \(Quoted.text(id)) in \(places)\(remedy)")
  }
}
