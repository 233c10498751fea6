import Experiments
import Grading
import Lessons
import Markdown

/// The numbers that a lesson has a reason to name.
struct PromisedNumbers: Sendable {
  /// How far apart the ends of a promised range may be for a number in it to be meant.
  private static let widest = 2.0

  /// Numbers of directives, tables and code, as they are written there.
  private var values = Set<Double>()

  /// Ranges that a run is promised to end in.
  private var ranges: [ClosedRange<Double>] = []

  init(of checked: CheckedLesson) {
    for block in checked.blocks {
      if let directive = checked.text.directive(of: block) {
        for field in directive.fields where field.key != "hint" { note(field.value) }
      } else {
        note(block)
      }
    }
    for element in checked.lesson.elements { note(element) }
  }

  /// Whether a number restates what is promised, set, asked or calculated.
  func cover(_ number: ProseNumber) -> Bool {
    let readings =
      number.isPercentage
      // A share of a whole, what is added to it, and what is taken off.
      ? [
        number.value, number.value / 100, 1 + number.value / 100, 1 - number.value / 100,
      ] : [number.value]
    return readings.contains { reading in
      values.contains { Self.agree($0, reading) }
        || ranges.contains { range in
          range.contains(reading) || range.contains(-reading)
        }
    }
  }

  /// Whether two numbers are the same but for the errors of arithmetic.
  private static func agree(_ a: Double, _ b: Double) -> Bool {
    abs(abs(a) - abs(b)) <= 1e-9 * max(abs(a), abs(b))
  }

  private mutating func note(_ text: String) {
    for number in ProseNumber.all(in: text) {
      values.insert(number.value)
      if number.isPercentage { values.insert(number.value / 100) }
    }
  }

  /// Notes what stands in tables and code, also inside lists, quotes and paragraphs.
  private mutating func note(_ block: Block) {
    [block].forEachLeaf { block in
      switch block.kind {
      case .code(_, let text, _, _): note(text)
      case .table(let table):
        for cell in table.header { note(cell.plainText) }
        for cell in table.rows.joined() { note(cell.plainText) }
      case .heading(_, let text), .paragraph(let text): text.codeSpans.forEach { note($0.text) }
      case .html, .thematicBreak, .quote, .list, .footnote: break
      }
    }
  }

  /// Notes the settings of a run, also those that are not turned, and what it promises.
  private mutating func note(_ element: Lesson.Element) {
    for shown in element.shownRuns {
      note(shown.run.settings)
      shown.promises.forEach { note($0.criterion) }
    }
    if case .exercise(let exercise) = element { note(exercise.given) }
  }

  private mutating func note(_ settings: Settings) {
    values.formUnion(settings.values.compactMap(\.value.number))
  }

  private mutating func note(_ criterion: Criterion) {
    guard let range = criterion.interval.range else { return }
    let (low, high) = (abs(range.lowerBound), abs(range.upperBound))
    guard max(low, high) <= Self.widest * min(low, high) else { return }
    ranges.append(range)
  }
}
