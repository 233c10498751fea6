import Exhibits
import Experiments
import Play
import Screens

/// `knobs author preview`: a lesson as the learner sees it.
enum AuthorPreviewCommand: Command {
  static let name = "author preview"
  static let summary = "a lesson as the learner sees it, faults at the top"
  static let arguments = [Argument("FILE", .file, isRequired: false)]
  struct Options: OptionTable {
    let watch = Option("watch", "draw it again at every save")
  }

  static let discussion = [
    "Without a file, the lesson of your folders that was changed last. A lesson with faults is shown "
      + "as far as it can be read, and the status is then 1. What takes many runs to find, such as "
      + "promises that do not hold, is left to knobs author check.",
    "With --watch the lesson fills the screen and is drawn again whenever the file is saved; the "
      + "place stays. Keys: arrows, space, page up and down, home, end; n and p for the next and "
      + "the previous section; q leaves.",
  ]
  static let examples = [
    Example("knobs author preview", "the lesson changed last"),
    Example("knobs author preview 02-momentum.md --watch", "beside your editor"),
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let isWatching = arguments.watch
    guard !isWatching || context.canAsk else {
      throw Refusal("--watch needs a terminal; without it the lesson is printed")
    }
    let file = try PreviewFile.found(
      by: arguments.words.first.map(context.path), in: context.authorFolders(),
      catalog: context.catalog)
    if isWatching {
      try PreviewSession.watch(file, at: context.terminal)
      return Report(plain: "")
    }
    let (page, isSound) = await context.errorScreen.showing("running the lesson") {
      await file.printed(on: context.screen, within: context.work)
    }
    return Report(page, status: isSound ? .done : .notPassed)
  }
}
