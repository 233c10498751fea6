import Authoring
import Course
import Experiments
import Files
import Foundation
import Terminal

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
      + "simulation, or else one found by search. It passes knobs author check as it stands; "
      + "comments say what to change.",
    "The folder is that of --lessons, or of KNOBS_LESSONS, or the folder Lessons, or else the "
      + "folder you are in; it must be one folder. Nothing is ever overwritten.",
  ]
  static let examples = [
    Example("knobs author new first-steps", "a lesson on the first simulation"),
    Example("knobs author new noisy-slopes --simulation batch-noise", "on another one"),
  ]

  private struct Document: Encodable {
    let file: String
    let lesson: String
    let exercise: String
  }

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
    let folder = try AuthorPlace.folder(
      options: context.lessonsOptions, environment: context.environment)
    let file = try NewLesson.file(named: name, in: folder)
    let cache = CachePlace.cache(environment: context.environment)
    let course = NewLesson.course(context.catalog)
    let found = await context.showing("looking for a fair exercise on \(simulation.name)") {
      await LessonDraft.make(name: name, simulation: simulation, course: course, cache: cache)
    }
    guard let draft = found else {
      throw Refusal(
        "no fair exercise on \(simulation.name) was found by itself; name another simulation, or "
          + "copy a lesson that has one")
    }
    try Refusal.unless { () throws(FileProblem) in try NewFile.write(draft.text, to: file) }
    if arguments.json {
      return try Report(
        json: Document(file: file, lesson: name, exercise: "\(name)/\(draft.exercise)"))
    }
    var page = Page(context.screen)
    page.heading(Quoted.path(file), ["a lesson on \(simulation.name)"])
    page.blank()
    page.next([
      ("knobs author check \(ShellWord.quoted(file))", "it passes; keep it so while you write"),
      ("knobs author preview --watch \(ShellWord.quoted(file))", "see it at every save"),
      (
        "knobs author calibrate \(name)/\(draft.exercise)\(context.lessonsWords)",
        "what passes its exercise"
      ),
    ])
    return Report(page)
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
