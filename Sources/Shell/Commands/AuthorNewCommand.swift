import Authoring
import Exhibits
import Experiments
import Files
import Lessons
import Screens

/// `knobs author new`: a lesson to begin with.
enum AuthorNewCommand: Command {
  static let name = "author new"
  static let summary = "write a lesson to begin with, whole and passing"
  static let arguments = [Argument("NAME", .lessonName)]
  struct Options: OptionTable {
    let simulation = Option(
      "simulation", "NAME", "the simulation it is about; the first of the catalogue unless given")
    let json = Option.json
  }

  static let discussion = [
    "Writes NN-NAME.md, numbered after the last lesson of your folder: front matter, a run with a "
      + "promise, a prediction, and a fair exercise: the simplest that the course has on the "
      + "simulation, or else a place that says what to write. It passes knobs author check as it "
      + "stands; comments say what to change.",
    "The folder is that of --lessons, or of KNOBS_LESSONS, or the folder Lessons, or else the "
      + "folder you are in; it must be one folder. Nothing is ever overwritten.",
  ]
  static let examples = [
    Example("knobs author new first-steps", "a lesson on the first simulation"),
    Example("knobs author new noisy-slopes --simulation batch-noise", "on another one"),
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    guard let name = arguments.words.first else {
      throw Refusal("a new lesson of what name? such as knobs author new first-steps")
    }
    guard LessonName.isValid(name) else {
      throw Refusal(
        "\(Quoted.text(name)) cannot name a lesson; use lowercase letters, digits and single "
          + "hyphens, such as first-steps")
    }
    let simulation = try simulation(arguments, context)
    let folder = try AuthorTarget.folder(
      options: context.lessonsOptions, environment: context.environment)
    let file = try NewLesson.file(named: name, in: folder)
    let cache = CacheFolder.cache(environment: context.environment)
    let course = NewLesson.course(context.catalog)
    let found = await context.errorScreen.showing("writing a lesson on \(simulation.name)") {
      await LessonDraft.make(name: name, simulation: simulation, course: course, cache: cache)
    }
    guard let draft = found else {
      throw Refusal(
        "\(simulation.name) has no knob that a lesson could be about; name another simulation")
    }
    try Refusal.unless { () throws(FileProblem) in try NewFile.write(draft.text, to: file) }
    let exhibit = NewLessonExhibit(
      file: file, lesson: name, exercise: draft.exercise.map { "\(name)/\($0)" },
      simulation: simulation.name, folders: context.lessonsWords)
    return try Report(exhibit, asDocument: arguments.json, context)
  }

  private static func simulation(_ arguments: ParsedArguments<Options>, _ context: Context)
    throws(Refusal) -> any Simulation.Type
  {
    if let name = arguments.simulation { return try context.simulation(name) }
    guard let first = context.catalog.simulations.first else {
      throw Refusal("there is no simulation to write a lesson on")
    }
    return first
  }
}
