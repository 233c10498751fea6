import Course
import Experiments
import Terminal

/// `knobs lessons`: every lesson, with what has been done.
enum LessonsCommand: Command {
  static let name = "lessons"
  static let summary = "all lessons, with your progress"
  struct Options: OptionTable { let json = Option.json }

  private struct Documents: Encodable {
    let packs: [PackDocument]
    let lessons: [Document]
  }

  private struct PackDocument: Encodable {
    let name: String
    let title: String?
    let author: String?
    let language: String?
    let description: String
    let folder: String
  }

  private struct Document: Encodable {
    let name: String
    let title: String
    let summary: String
    let minutes: Int
    let requires: [String]
    let exercises: [String]
    let passed: Int
    let points: Int
    let maximumPoints: Int
    let complete: Bool
    let faults: [String]

    /// The exercises of which only an earlier form was passed; missing where there is none.
    let passedEarlierForm: [String]?
  }

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let syllabus = try context.outline()
    let (progress, notes) = try context.progress()
    if arguments.json { return try json(syllabus, progress) }
    var page = Page(context.screen)
    let current = syllabus.current(progress)?.name
    for (index, pack) in syllabus.packs.enumerated() {
      if syllabus.packs.count > 1 || pack.isNamed && pack.name != Pack.bundledName {
        page.blank()
        page.heading(pack.title ?? pack.name, pack.author.map { [$0] } ?? [])
      }
      let entries = syllabus.entries.filter { $0.pack == index }
      page.table(table(entries, current, progress, context.screen))
    }
    page.earlierForms(syllabus, progress)
    page.blank()
    if let name = current {
      page.next([("knobs learn \(name)", "open the lesson at the arrow")])
    } else {
      let all = syllabus.allFaults.isEmpty ? "everything" : "everything that can be taken"
      page.next([("knobs progress", "\(all) is done: see your points")])
    }
    return Report(page, notes: notes + syllabus.notes)
  }

  /// The columns from which on there is room for titles.
  private static let roomForTitles = 72

  private static func table(
    _ entries: [Syllabus.Entry], _ current: String?, _ progress: Transcript, _ screen: Screen
  ) -> TextTable {
    let isWide = screen.width >= roomForTitles
    let arrow = screen.usesUnicode ? "→ " : "> "
    var table = TextTable([.init("  lesson")])
    if isWide { table.columns += [.init(""), .init("min", .trailing)] }
    table.columns += [.init("passed", .trailing), .init("points", .trailing)]
    for entry in entries {
      let lesson = entry.lesson
      guard entry.isSound else {
        let count = StyledText(NumberText.count(entry.faults.count, "fault"), .bad)
        table.append([StyledText("✗ ", .bad) + StyledText(entry.name), count])
        continue
      }
      let mark =
        progress.isComplete(lesson)
        ? StyledText("✓ ", .good)
        : entry.name == current ? StyledText(arrow, .accent) : StyledText("  ")
      var row = [mark + StyledText(entry.name, Style(.accent, unbroken: true))]
      if isWide { row += [StyledText(lesson.title), StyledText(String(lesson.minutes))] }
      row += [
        StyledText("\(progress.passed(in: lesson)) of \(lesson.exercises.count)"),
        StyledText("\(progress.points(in: lesson)) of \(lesson.maximumPoints)"),
      ]
      table.append(row)
    }
    return table
  }

  private static func json(_ syllabus: Syllabus, _ progress: Transcript) throws(Refusal)
    -> Report
  {
    let packs = syllabus.packs.map { pack in
      PackDocument(
        name: pack.name, title: pack.title, author: pack.author, language: pack.language,
        description: pack.description, folder: pack.folder)
    }
    let lessons = syllabus.entries.map { entry in
      let earlier = progress.passedEarlier(in: entry.lesson).map(\.id)
      return Document(
        name: entry.name, title: entry.lesson.title, summary: entry.lesson.summary,
        minutes: entry.lesson.minutes, requires: syllabus.required(by: entry),
        exercises: entry.lesson.exercises.map(\.id), passed: progress.passed(in: entry.lesson),
        points: progress.points(in: entry.lesson), maximumPoints: entry.lesson.maximumPoints,
        complete: entry.isSound && progress.isComplete(entry.lesson),
        faults: entry.faults.map(\.text),
        passedEarlierForm: earlier.isEmpty ? nil : earlier)
    }
    return try Report(json: Documents(packs: packs, lessons: lessons))
  }
}

extension Syllabus {
  /// The lessons that come before one, by the names that are shown.
  fileprivate func required(by entry: Entry) -> [String] {
    guard packs.count > 1 else { return entry.lesson.requires }
    return entry.lesson.requires.map { name in
      places.first { $0.pack == entry.pack && $0.bareName == name }?.name ?? name
    }
  }
}
