import Experiments
import Grading
import Lessons
import Markdown
import Tuning

/// A piece of a lesson that is shown as one: a block of prose or a directive.
///
/// A whole lesson is its parts one after another. A learner takes them in steps, each of which ends
/// with a directive or with its section.
package struct LessonPart: Sendable {
  /// What a part shows.
  package enum Content: Sendable {
    /// The title and what stands below it.
    case opening(Lesson)

    /// A section in which nothing stands.
    case empty
    case prose(Block)
    case simulate(SimulateDirective)
    case compare(CompareDirective)

    /// A prediction, and the name of the lesson it is in.
    case predict(PredictDirective, lesson: String)
    case exercise(Exercise)
    case takeaway(Takeaway)
    case faulty(FaultyDirective)
  }

  /// A directive that could not be read, as it is pointed out in its place.
  package struct FaultyDirective: Sendable, Hashable {
    /// What it says behind its fence.
    package let words: String

    /// The lines of the file it takes, from 1.
    package let lines: ClosedRange<Int>

    /// What is wrong on those lines.
    package let faults: [LessonFault]
  }

  /// What it shows.
  package let content: Content

  /// The section it belongs to, from zero.
  package let section: Int

  /// The title of the section that begins here; nil inside one.
  package private(set) var opening: String?

  /// Whether a step ends with it, for something is to be done before the lesson goes on.
  package var isActivity: Bool {
    switch content {
    case .simulate, .compare, .predict, .exercise: true
    case .opening, .empty, .prose, .takeaway, .faulty: false
    }
  }

  /// Whether it is the heading that only says a title.
  package func isHeading(_ title: String) -> Bool {
    guard case .prose(let block) = content, case .heading(_, let text) = block.kind else {
      return false
    }
    return text.plainText == title
  }

  /// The runs whose outcomes it shows.
  package var runs: [Run] {
    switch content {
    case .simulate(let directive): directive.runs
    case .compare(let directive): directive.runs
    case .opening, .empty, .prose, .predict, .exercise, .takeaway, .faulty: []
    }
  }

  /// A lesson cut into its parts, in order; every section has one at least.
  ///
  /// - Parameter faults: everything wrong with the file, to be shown with the directives it is about.
  package static func parts(of lesson: Lesson, faults: [LessonFault] = []) -> [LessonPart] {
    guard !lesson.sections.isEmpty else {
      return [LessonPart(content: .opening(lesson), section: 0)]
    }
    let title = lesson.headingOfTitle
    var parts: [LessonPart] = []
    for index in lesson.sections.indices {
      add(section: index, of: lesson, without: title, faults, to: &parts)
    }
    return parts
  }

  /// Adds the parts of a section, the first of which names it; the first section begins with the
  /// title.
  ///
  /// - Parameter heading: the line of the heading that only repeats the title.
  private static func add(
    section index: Int, of lesson: Lesson, without heading: Int?, _ faults: [LessonFault],
    to parts: inout [LessonPart]
  ) {
    let section = lesson.sections[index]
    let first = parts.count
    func add(_ content: Content) { parts.append(LessonPart(content: content, section: index)) }
    if index == 0 { add(.opening(lesson)) }
    var faulty = section.faulty[...]
    for position in 0...section.elements.count {
      while let next = faulty.first, next.position == position {
        add(.faulty(FaultyDirective(next, among: faults)))
        faulty.removeFirst()
      }
      guard position < section.elements.count else { continue }
      switch section.elements[position] {
      case .prose(let blocks):
        for block in blocks where block.lines.lowerBound != heading && !block.showsNothing {
          add(.prose(block))
        }
      case .simulate(let directive): add(.simulate(directive.choosingMetrics(in: section)))
      case .compare(let directive): add(.compare(directive.choosingMetrics(in: section)))
      case .predict(let directive): add(.predict(directive, lesson: lesson.name))
      case .exercise(let exercise): add(.exercise(exercise))
      case .takeaway(let takeaway): add(.takeaway(takeaway))
      }
    }
    if parts.count == first { add(.empty) }
    parts[first].opening = section.title
  }

  /// What is shown between two keys: parts of one section, of which only the last is an activity.
  package static func steps(of lesson: Lesson) -> [ArraySlice<LessonPart>] {
    let parts = parts(of: lesson)
    var steps: [ArraySlice<LessonPart>] = []
    var start = 0
    for (index, part) in parts.enumerated() {
      let isLast = index + 1 == parts.count || parts[index + 1].opening != nil
      guard part.isActivity || isLast else { continue }
      steps.append(parts[start...index])
      start = index + 1
    }
    return steps
  }
}

extension LessonPart.FaultyDirective {
  /// A directive with the faults that are on its lines.
  fileprivate init(_ directive: Lesson.Faulty, among faults: [LessonFault]) {
    self.init(
      words: Quoted.bare(directive.words), lines: directive.lines,
      faults: faults.filter { directive.lines.contains($0.line) })
  }
}

extension Lesson {
  /// The line of the first heading of the first level if it says no more than the title, which is
  /// shown anyway; nil if it says something else.
  fileprivate var headingOfTitle: Int? {
    for element in sections.lazy.flatMap(\.elements) {
      guard case .prose(let blocks) = element else { continue }
      for block in blocks {
        guard case .heading(level: 1, let text) = block.kind else { continue }
        return title.words.contains(text.plainText.words) ? block.lines.lowerBound : nil
      }
    }
    return nil
  }
}

extension String {
  /// The words in lowercase, each between spaces, without the punctuation at their ends.
  fileprivate var words: String {
    let words = split(whereSeparator: \.isWhitespace).map { word in
      var word = word.lowercased()
      while let last = word.last, ".,:;!?".contains(last) { word.removeLast() }
      return word
    }
    return words.filter { !$0.isEmpty }.reduce(into: " ") { $0 += $1 + " " }
  }
}
