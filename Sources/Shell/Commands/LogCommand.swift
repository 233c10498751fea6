import Course
import Experiments
import Foundation
import Terminal

/// `knobs log`: every attempt, the last one at the end.
enum LogCommand: Command {
  static let name = "log"
  static let summary = "every attempt you made"
  struct Options: OptionTable { let json = Option.json }

  private struct Document: Encodable {
    let at: String
    let exercise: String
    let settings: [String: SettingValue]
    let passed: Bool
    let points: Int
    let maximumPoints: Int
    let findings: [String]
  }

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let (entries, notes) = try context.entries()
    let names = context.shownNames
    if arguments.json {
      let attempts = entries.compactMap { entry -> Document? in
        guard case .attempt(let attempt) = entry.event else { return nil }
        return Document(
          at: entry.date.formatted(.iso8601), exercise: names.name(ofKey: attempt.exercise),
          settings: attempt.settings, passed: attempt.passed, points: attempt.points,
          maximumPoints: attempt.maximumPoints, findings: attempt.findings)
      }
      return try Report(json: ["attempts": attempts])
    }
    var page = Page(context.screen)
    let hasFindings = context.screen.width >= roomForFindings
    var table = TextTable([
      .init("when"), .init("exercise"), .init("values"), .init("points", .trailing),
    ])
    if hasFindings { table.columns.append(.init("found")) }
    for entry in entries {
      switch entry.event {
      case .attempt(let attempt): table.append(row(attempt, names, at: entry.date))
      case .reset(let lesson):
        table.append([
          StyledText(Self.time(entry.date), .muted),
          StyledText("reset of \(lesson.map { names.name(ofKey: $0) } ?? "everything")", .muted),
        ])
      case .reservation, .hint, .solution, .prediction, .place: break
      }
    }
    if table.rows.isEmpty {
      page.text("No attempts yet.", indent: 0)
    } else {
      page.table(table, indent: 0)
    }
    page.blank()
    page.next([("knobs progress", "what they add up to"), ("knobs learn", "go on")])
    return Report(page, notes: notes)
  }

  /// The columns from which on there is room for what was found.
  private static let roomForFindings = 100

  private static func row(
    _ attempt: JournalEntry.Attempt, _ names: ShownNames, at date: Date
  ) -> [StyledText] {
    let values = attempt.settings.sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value.text)" }.joined(separator: ", ")
    return [
      StyledText(time(date), Style(.muted, unbroken: true)),
      StyledText(names.name(ofKey: attempt.exercise), Style(unbroken: true)), StyledText(values),
      (attempt.passed ? StyledText("✓", .good) : StyledText("✗", .bad))
        + StyledText(" \(attempt.points) of \(attempt.maximumPoints)"),
      StyledText(attempt.findings.joined(separator: ", "), .muted),
    ]
  }

  /// A time of day where the learner lives, to the minute.
  static func time(_ date: Date, in zone: TimeZone = .current) -> String {
    let style = Date.ISO8601FormatStyle(
      dateTimeSeparator: .space, includingFractionalSeconds: false, timeZone: zone)
    return String(
      date.formatted(style.year().month().day().time(includingFractionalSeconds: false))
        .prefix(16))
  }
}

/// The names under which lessons are shown, by those under which their progress is kept.
private struct ShownNames {
  let names: [String: String]

  /// The name of a lesson or an exercise that has a key; the key itself where it is not known.
  func name(ofKey key: String) -> String {
    let lesson = key.prefix { $0 != "/" }
    return (names[String(lesson)] ?? String(lesson)) + key[lesson.endIndex...]
  }
}

extension Context {
  fileprivate var shownNames: ShownNames {
    let places = (try? contents())?.places ?? []
    return ShownNames(
      names: Dictionary(places.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first }))
  }
}
