import Authoring
import Exhibits
import Experiments
import Lessons
import Screens

/// `knobs author check`: everything about a pack that can be known without a person.
enum AuthorCheckCommand: Command {
  static let name = "author check"
  static let summary = "find every fault of your lessons at once"
  static let arguments = [Argument("FILE|FOLDER", .file, isRequired: false)]
  struct Options: OptionTable {
    let format = Option<FaultFormat?>(
      choice: "format", "FORMAT", "text, json, or github for notes in a workflow; text unless given"
    )
    let json = Option.json
  }

  static let discussion = [
    "Reads a folder of lessons, or one lesson of it, and prints what is wrong, a line each: the "
      + "file, the line and the column, then the problem and what to do about it. Lines marked "
      + "advice are worth a second look and may be right.",
    "Without a name it checks the folders of --lessons, or of KNOBS_LESSONS, or the folder Lessons, "
      + "or else the folder you are in. One lesson may also be named as in knobs learn.",
    "The status is 1 if there are faults, 0 if there are none or only advice, and 2 if there was "
      + "nothing to check.",
  ]
  static let examples = [
    Example("knobs author check", "every lesson of your folder"),
    Example("knobs author check Lessons/05-momentum.md", "one lesson"),
    Example("knobs author check --format github", "in a workflow: notes beside the lines"),
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let form = try form(arguments)
    let folders = try context.authorFolders()
    let places = try AuthorTarget.named(arguments.words.first.map(context.path), in: folders)
    let checks = try checks(of: places, context)
    let count = NumberText.count(checks.reduce(0) { $0 + $1.files.count }, "lesson")
    let cache = CacheFolder.cache(environment: context.environment)
    let found = await context.errorScreen.showing({ done in "checking … \(done) of \(count)" }) {
      done in
      var reports: [PackReport] = []
      for check in checks {
        reports.append(await check.report(cache: cache, work: context.work) { done.add() })
      }
      return reports
    }
    let place = places.count == 1 ? places.first : nil
    let isNamed = !arguments.words.isEmpty || !context.lessonsOptions.isEmpty
    let word = place.map { " " + Escaping.shellWord.text($0.file ?? $0.folder) }
    let list = FaultList(found, again: isNamed ? word ?? context.lessonsWords : "")
    let status = list.isSound ? ExitStatus.done : .notPassed
    guard form == .github else {
      return try Report(list, asDocument: form == .json, context, status: status)
    }
    var report = Report(plain: list.workflowCommands)
    report.status = status
    return report
  }

  private static func form(_ arguments: ParsedArguments<Options>) throws(Refusal) -> FaultFormat {
    guard let form = arguments.format else { return arguments.json ? .json : .text }
    guard !arguments.json || form == .json else {
      throw Refusal("--json and --format \(form.rawValue) are two formats; keep one")
    }
    return form
  }

  private static func checks(of places: [AuthorTarget], _ context: Context) throws(Refusal)
    -> [PackCheck]
  {
    if places.count > 1 {
      do throws(LessonFolder.Problem) {
        _ = try Syllabus.opening(places.map(\.folder), catalog: context.catalog)
      } catch {
        throw Refusal(error.message)
      }
    }
    var checks: [PackCheck] = []
    for place in places { checks.append(try check(place, context)) }
    return checks
  }

  private static func check(_ place: AuthorTarget, _ context: Context) throws(Refusal) -> PackCheck
  {
    let check: PackCheck
    do throws(LessonFolder.Problem) {
      check = try PackCheck(folder: place.folder, only: place.file, catalog: context.catalog)
    } catch {
      throw Refusal(error.message)
    }
    if let file = place.file, check.isEmpty {
      throw Refusal(
        "\(Quoted.path(file)) is not a lesson; a lesson is a file such as 01-name.md")
    }
    return check
  }
}
