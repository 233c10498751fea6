import Authoring
import Course
import Experiments
import Terminal

/// `knobs author calibrate`: what passes an exercise, drawn.
enum AuthorCalibrateCommand: Command {
  static let name = "author calibrate"
  static let summary = "draw what passes an exercise, and how safely"
  static let arguments = [Argument("LESSON/EXERCISE", .exercise)]
  static let csv = Option("csv", "print every setting that was tried as comma-separated values")
  static let options = [Option.json, csv]
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

  static func run(_ call: Call, _ context: Context) async throws(Refusal) -> Report {
    guard let id = call.words.first else {
      throw Refusal("calibrate what? name an exercise, such as LESSON/EXERCISE")
    }
    guard !(call.wantsJSON && call.has(csv)) else {
      throw Refusal("--json and --csv are two formats; keep one")
    }
    let exercise = try exercise(id, context)
    let cache = CachePlace.cache(environment: context.environment)
    let calibration = await context.showing("searching what passes") {
      await Calibration.of(exercise, cache)
    }
    if call.wantsJSON {
      return try Report(json: CalibrationDocument(calibration, of: exercise))
    }
    if call.has(csv) { return Report(plain: calibration.commaSeparated(for: exercise)) }
    var page = Page(context.screen)
    page.calibration(calibration, of: exercise)
    return Report(page)
  }

  /// The exercise of an id, also in a lesson that has faults elsewhere.
  private static func exercise(_ id: String, _ context: Context) throws(Refusal) -> Exercise {
    let folder = try AuthorPlace.folder(
      option: context.lessonsOption, environment: context.environment)
    let syllabus: Syllabus
    do throws(LessonFolder.Problem) {
      syllabus = try Syllabus.read(folder: folder, catalog: context.catalog)
    } catch {
      throw Refusal(error.message)
    }
    let all = syllabus.entries.flatMap { entry in
      entry.lesson.exercises.map { (id: "\(entry.name)/\($0.name)", exercise: $0) }
    }
    if let found = all.first(where: { $0.id == id }) { return found.exercise }
    let remedy = NearestName.remedy(for: id, among: all.map(\.id))
    throw Refusal("no exercise \(Quoted.text(id)) in \(Quoted.path(folder))\(remedy)")
  }
}
