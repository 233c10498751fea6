import Exhibits
import Experiments
import Lessons
import Markdown
import Testing

/// How many numbers the lessons of the course show, and that they speak of them.
@Suite struct ShownMetricsTests {
  private static let mostRows = 8

  /// The runs of a lesson as they are shown, without their outcomes, each with its first line.
  private static func runs(of lesson: Lesson) -> [(
    line: Int, shown: ShownRuns, expected: [String]
  )] {
    LessonPart.parts(of: lesson).compactMap { part in
      switch part.content {
      case .simulate(let directive):
        (directive.line, directive.shown([]), directive.promises.map(\.criterion.metric.name))
      case .compare(let directive):
        (
          directive.line, directive.shown([]),
          directive.cases.flatMap(\.promises).map(\.criterion.metric.name)
        )
      case .opening, .empty, .prose, .predict, .exercise, .takeaway, .faulty: nil
      }
    }
  }

  @Test(arguments: Bundled.entries.map(\.name))
  func aRunShowsAtMostEightRows(name: String) throws {
    let lesson = try #require(Bundled.syllabus?[name])
    for (line, shown, _) in Self.runs(of: lesson) {
      let isAlone = !shown.runs.isEmpty
      let lines = shown.metricLines
      let rows = lines.count + (isAlone ? 0 : lines.count { $0.theory != nil })
      #expect((1...Self.mostRows).contains(rows), "\(name):\(line) shows \(lines.map(\.name))")
    }
  }

  /// A metric is spoken of by its name or its words, or what the text says of it is promised.
  @Test(arguments: Bundled.entries.map(\.name))
  func aLessonSpeaksOfEveryMetricItShows(name: String) throws {
    let lesson = try #require(Bundled.syllabus?[name])
    let text = Self.words(of: lesson)
    var unnamed: [String] = []
    for (line, shown, expected) in Self.runs(of: lesson) {
      let expected = expected.compactMap(shown.simulation.metric)
        .map { shown.simulation.shown(as: $0).name }
      for metric in shown.metricLines.map(\.name)
      where !expected.contains(metric) && !Self.isNamed(metric, in: text) {
        unnamed.append("\(line): \(shown.simulation.name) \(metric)")
      }
    }
    #expect(unnamed == [], "\(name)")
  }

  private static func isNamed(_ metric: String, in text: String) -> Bool {
    let words = metric.split(separator: "-").joined(separator: " ")
    return text.contains(metric) || text.contains(words)
  }

  /// All that a lesson says, with what its exercises ask for, in lowercase, its line ends as spaces.
  private static func words(of lesson: Lesson) -> String {
    var words: [String] = []
    for element in lesson.elements {
      switch element {
      case .prose(let blocks):
        blocks.forEachLeaf { block in
          switch block.kind {
          case .heading(_, let text), .paragraph(let text): words.append(text.plainText)
          case .table(let table):
            for cell in table.header + table.rows.joined() { words.append(cell.plainText) }
          case .code(_, let text, _, _): words.append(text)
          case .list, .quote, .footnote, .thematicBreak, .html: break
          }
        }
      case .predict(let directive): words.append(directive.question)
      case .exercise(let exercise):
        words += [exercise.task] + exercise.hints + exercise.criteria.map(\.metric.name)
      case .simulate, .compare, .takeaway: break
      }
    }
    return words.joined(separator: " ").lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
