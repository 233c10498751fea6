import Course
import Experiments
import Terminal

/// `knobs` alone: where the learner is, and the one command to type next.
enum HomeCommand: Command {
  static let name = ""
  static let summary = "where you are, and what to type next"
  struct Options: OptionTable {
    let json = Option.json
    let version = Option("version", "show the version")
  }

  private struct Document: Encodable {
    let lesson: String?
    let next: String
    let passed: Int
    let exercises: Int
    let points: Int
    let maximumPoints: Int
  }

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    if arguments.version { return Report(plain: "knobs \(Program.version)\n") }
    let syllabus = try context.outline()
    let (progress, notes) = try context.progress()
    let notesOfFaults = syllabus.notes
    let current = syllabus.current(progress)
    if arguments.json { return try json(syllabus, progress, current) }
    var page = Page(context.screen)
    if progress.isFresh {
      welcome(&page, syllabus, context.catalog)
    } else if let lesson = current {
      goOn(&page, lesson, syllabus, progress)
    } else {
      done(&page, syllabus, progress)
    }
    return Report(page, notes: notes + notesOfFaults)
  }

  private static func welcome(_ page: inout Page, _ syllabus: Syllabus, _ catalog: Catalog) {
    let lessons = syllabus.lessons
    let exercises = lessons.flatMap(\.exercises).count
    page.text(
      StyledText("Knobs", .bold) + " · turn each hyperparameter and see what it does", indent: 0)
    page.blank()
    page.text(
      StyledText(
        "\(NumberText.count(lessons.count, "lesson")), "
          + "\(NumberText.count(exercises, "exercise")), "
          + "\(hours(lessons.map(\.minutes).reduce(0, +))). You are at the beginning."))
    page.blank()
    var lines: [(line: String, gloss: String)] = []
    if let first = lessons.first {
      lines.append(("knobs learn", "start with \"\(first.title)\" (\(first.minutes)\u{A0}min)"))
    }
    lines.append(("knobs lessons", "all lessons"))
    if let simulation = catalog.names.first {
      lines.append(("knobs run \(simulation)", "or turn a knob right away"))
    }
    page.next(lines)
  }

  private static func goOn(
    _ page: inout Page, _ lesson: Lesson, _ syllabus: Syllabus, _ progress: Transcript
  ) {
    page.heading(lesson.title, [syllabus.standing(in: lesson, progress)])
    page.earlierForms(syllabus, progress)
    page.blank()
    var lines: [(line: String, gloss: String)] = []
    lines.append(("knobs learn", syllabus.gloss(on: lesson, progress)))
    if let attempt = progress.lastAttempt {
      let values = attempt.settings.sorted { $0.key < $1.key }.map(\.value.text)
      let verdict = attempt.passed ? "passed" : "not passed"
      let name = attempt.exercise.split(separator: "/").last ?? ""
      lines.append(
        (
          "knobs log",
          "your last attempt: \(name) with \(values.joined(separator: ", ")), \(verdict)"
        ))
    }
    lines.append(("knobs lessons", "all lessons"))
    page.next(lines)
  }

  private static func done(
    _ page: inout Page, _ syllabus: Syllabus, _ progress: Transcript
  ) {
    let points = syllabus.lessons.map(progress.points).reduce(0, +)
    page.heading("Knobs", ["every lesson is done", NumberText.count(points, "point")])
    page.blank()
    page.next([
      ("knobs progress", "your points"),
      ("knobs simulations", "turn the knobs as you like"),
    ])
  }

  private static func hours(_ minutes: Int) -> String {
    switch minutes {
    case ..<50: "about \(minutes) minutes"
    case ..<75: "about an hour"
    default: "about \(NumberText.shortest((Double(minutes) / 30).rounded() / 2)) hours"
    }
  }

  private static func json(
    _ syllabus: Syllabus, _ progress: Transcript, _ current: Lesson?
  ) throws(Refusal) -> Report {
    try Report(
      json: Document(
        lesson: current?.name, next: current == nil ? "knobs progress" : "knobs learn",
        passed: syllabus.lessons.map(progress.passed).reduce(0, +),
        exercises: syllabus.exercises.count,
        points: syllabus.lessons.map(progress.points).reduce(0, +),
        maximumPoints: syllabus.lessons.map(\.maximumPoints).reduce(0, +)))
  }
}

extension Transcript {
  /// Whether nothing has been done yet.
  var isFresh: Bool { lastLesson == nil && places.isEmpty && lastAttempt == nil }
}
