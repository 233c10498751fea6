import Authoring
import Course
import Experiments
import Terminal

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
    let places = try AuthorPlace.named(arguments.words.first, in: folders)
    let checks = try checks(of: places, context)
    let count = NumberText.count(checks.reduce(0) { $0 + $1.files.count }, "lesson")
    let cache = CachePlace.cache(environment: context.environment)
    let found = await context.showing({ done in "checking … \(done) of \(count)" }) { done in
      var reports: [PackReport] = []
      for check in checks { reports.append(await check.report(cache: cache) { done.add() }) }
      return reports
    }
    let status = found.allSatisfy(\.faults.isEmpty) ? ExitStatus.done : .notPassed
    switch form {
    case .json: return try Report(json: FaultDocument(found), status: status)
    case .github:
      var report = Report(plain: found.map(\.workflowCommands).joined())
      report.status = status
      return report
    case .text:
      let place = places.count == 1 ? places.first : nil
      let isNamed = !arguments.words.isEmpty || !context.lessonsOptions.isEmpty
      let word = place.map { " " + ShellWord.quoted($0.file ?? $0.folder) }
      let again = isNamed ? word ?? context.lessonsWords : ""
      return Report(page(found, again: again, context.screen), status: status)
    }
  }

  private static func form(_ arguments: ParsedArguments<Options>) throws(Refusal) -> FaultFormat {
    guard let form = arguments.format else { return arguments.json ? .json : .text }
    guard !arguments.json || form == .json else {
      throw Refusal("--json and --format \(form.rawValue) are two formats; keep one")
    }
    return form
  }

  private static func checks(of places: [AuthorPlace], _ context: Context) throws(Refusal)
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

  private static func check(_ place: AuthorPlace, _ context: Context) throws(Refusal) -> PackCheck {
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

  /// - Parameter again: what stood behind the command, to be typed again.
  private static func page(_ found: [PackReport], again: String, _ screen: Screen) -> Page {
    var page = Page(screen)
    for report in found {
      page.block(
        report.findings.map { finding in
          let fault = finding.fault
          let mark = fault.isAdvice ? StyledText("advice: ", .muted) : StyledText()
          return StyledText("\(fault.file):\(fault.line):\(fault.column): ", .accent) + mark
            + StyledText(fault.message)
        })
      let name = found.count > 1 ? "\(Quoted.path(report.folder)): " : ""
      page.block([StyledText(name + report.summary, report.faults.isEmpty ? .good : .bad)])
    }
    page.blank()
    if found.allSatisfy(\.faults.isEmpty) {
      let file = ShellWord.quoted(found.first.map { $0.files.first ?? $0.folder } ?? ".")
      page.next([("knobs author preview \(file)", "see it as the learner will")])
    } else {
      page.next([("knobs author check\(again)", "again, when they are mended")])
    }
    return page
  }
}
