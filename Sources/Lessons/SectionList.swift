import Experiments
import Markdown

/// The sections of a lesson while it is read, each beginning at a heading of the first two levels.
struct SectionList {
  /// The title of what stands before the first heading.
  private let title: String
  private var finished: [Lesson.Section] = []
  private var current: Lesson.Section?

  /// Prose that is not yet in the current section.
  private var prose: [Block] = []

  /// The line of the heading of the first level.
  private var titleLine: Int?

  /// Whether running text and code that is shown is kept.
  private let keepsProse: Bool

  init(title: String, keepsProse: Bool = true) {
    self.title = title
    self.keepsProse = keepsProse
  }

  /// Everything that was added, as sections.
  var sections: [Lesson.Section] {
    var all = self
    all.finish()
    return all.finished
  }

  /// Begins a section; a second heading of the first level is a fault.
  mutating func begin(_ title: String, level: Int, line: Int, _ faults: inout Faults) {
    if level == 1, let titleLine {
      faults.add(
        line, 1,
        "a second heading of the first level, after line \(titleLine); use ## for sections")
    } else if level == 1 {
      titleLine = line
    }
    finish()
    current = Lesson.Section(title: title)
  }

  mutating func add(_ element: Lesson.Element) {
    beginIfNeeded()
    if case .prose(let blocks) = element {
      if keepsProse { prose += blocks }
    } else {
      flush()
      current?.elements.append(element)
    }
  }

  /// Notes the place of a directive that could not be read.
  mutating func addFaulty(_ words: String, _ lines: ClosedRange<Int>) {
    beginIfNeeded()
    flush()
    let position = current?.elements.count ?? 0
    current?.faulty.append(Lesson.Faulty(words: words, position: position, lines: lines))
  }

  private mutating func beginIfNeeded() {
    if current == nil { current = Lesson.Section(title: title) }
  }

  private mutating func flush() {
    if !prose.isEmpty { current?.elements.append(.prose(prose)) }
    prose = []
  }

  private mutating func finish() {
    flush()
    if let current { finished.append(current) }
    current = nil
  }
}
