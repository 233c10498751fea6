import Course
import Experiments
import Terminal

/// `knobs lessons`: every lesson, with what has been done.
enum LessonsCommand: Command {
  static let name = "lessons"
  static let summary = "all lessons, with your progress"
  static let options = [Option.json]

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
  }

  static func run(_ call: Call, _ context: Context) async throws(Refusal) -> Report {
    let syllabus = try context.syllabus()
    let (progress, notes) = try context.progress()
    if call.wantsJSON { return try json(syllabus, progress) }
    var page = Page(context.screen)
    var table = TextTable([
      .init("", .trailing), .init("lesson"), .init(""), .init("min", .trailing),
      .init("exercises", .trailing), .init("points", .trailing),
    ])
    let current = syllabus.current(progress)?.name
    for entry in syllabus.entries {
      let lesson = entry.lesson
      let mark =
        !entry.isSound
        ? StyledText("✗", .bad)
        : progress.isComplete(lesson)
          ? StyledText("✓", .good)
          : entry.name == current ? StyledText("→", .accent) : StyledText()
      guard entry.isSound else {
        table.append([
          mark, StyledText(entry.name),
          StyledText("\(NumberText.count(entry.faults.count, "fault")), see below", .bad),
        ])
        continue
      }
      table.append([
        mark, StyledText(entry.name, Style(.accent, unbroken: true)), StyledText(lesson.title),
        StyledText(String(lesson.minutes)),
        StyledText("\(progress.passed(in: lesson)) of \(lesson.exercises.count)"),
        StyledText("\(progress.points(in: lesson)) of \(lesson.maximumPoints)"),
      ])
    }
    page.table(table)
    page.blank()
    if let name = current {
      page.next([("knobs learn \(name)", "open the lesson at the arrow")])
    } else {
      page.next([("knobs progress", "everything is done: see your points")])
    }
    return Report(page, notes: notes + syllabus.notes)
  }

  private static func json(_ syllabus: Syllabus, _ progress: Transcript) throws(Refusal)
    -> Report
  {
    let lessons = syllabus.entries.map { entry in
      Document(
        name: entry.name, title: entry.lesson.title, summary: entry.lesson.summary,
        minutes: entry.lesson.minutes, requires: entry.lesson.requires,
        exercises: entry.lesson.exercises.map(\.id), passed: progress.passed(in: entry.lesson),
        points: progress.points(in: entry.lesson), maximumPoints: entry.lesson.maximumPoints,
        complete: entry.isSound && progress.isComplete(entry.lesson),
        faults: entry.faults.map(\.text))
    }
    return try Report(json: ["lessons": lessons])
  }
}
