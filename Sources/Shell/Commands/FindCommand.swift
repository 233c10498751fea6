import Exhibits
import Lessons
import Screens

/// `knobs find`: the sections of all lessons in which some words stand.
enum FindCommand: Command {
  static let name = "find"
  static let summary = "the sections of all lessons in which words stand"
  static let arguments = [Argument("WORDS", .words)]
  static let takesMoreWords = true
  struct Options: OptionTable {
    let all = Option("all", "every section found, also where they have no room on the screen")
    let json = Option.json
  }
  static let discussion = [
    "A section is found if all words stand in its heading, its prose, the task of an exercise or the "
      + "question of a prediction; a word may be the beginning of one. Capital letters and accents do "
      + "not matter. The best comes first, each with the command that opens it."
  ]
  static let examples = [
    Example("knobs find weight decay adam", "where all three stand")
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let syllabus = try context.syllabus()
    guard let found = SearchExhibit(arguments.words, in: syllabus, showsAll: arguments.all) else {
      throw Refusal("find what? name words of letters or digits, such as: knobs find momentum")
    }
    return try Report(found, asDocument: arguments.json, context, notes: syllabus.notes)
  }
}
