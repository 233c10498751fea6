import Course
import Experiments
import Markdown
import Tuning

/// A piece of a lesson that is set as one when the whole lesson is: a block of prose or a directive.
struct LessonPart: Sendable {
  enum Content: Sendable {
    /// The title and what stands below it.
    case opening(Lesson)
    case prose(Block)
    case simulate(SimulateDirective)
    case compare(CompareDirective)

    /// A prediction, and the name of the lesson it is in.
    case predict(PredictDirective, lesson: String)
    case exercise(Exercise)
    case faulty(FaultyDirective)
  }

  /// A directive that could not be read, as it is pointed out in its place.
  struct FaultyDirective: Sendable, Hashable {
    /// What it says behind its fence.
    let words: String

    /// The lines of the file it takes, from 1.
    let lines: ClosedRange<Int>
    let faults: [LessonFault]
  }

  let content: Content

  /// The title of the section that begins here; nil inside one.
  var section: String?

  /// The runs whose outcomes it shows.
  var runs: [Run] {
    switch content {
    case .simulate(let directive): directive.runs
    case .compare(let directive): directive.runs
    case .opening, .prose, .predict, .exercise, .faulty: []
    }
  }

  /// A lesson cut into its parts, in order.
  ///
  /// - Parameter faults: everything wrong with the file, to be shown with the directives it is about.
  static func parts(of lesson: Lesson, faults: [LessonFault] = []) -> [LessonPart] {
    var parts = [LessonPart(content: .opening(lesson))]
    for (index, section) in lesson.sections.enumerated() {
      // The first section begins with the lesson.
      let first = index == 0 ? 0 : parts.count
      var faulty = section.faulty[...]
      for position in 0...section.elements.count {
        while let next = faulty.first, next.position == position {
          parts.append(LessonPart(content: .faulty(FaultyDirective(next, among: faults))))
          faulty.removeFirst()
        }
        guard position < section.elements.count else { continue }
        parts += contents(of: section.elements[position], in: lesson).map {
          LessonPart(content: $0)
        }
      }
      if parts.count > first { parts[first].section = section.title }
    }
    return parts
  }

  private static func contents(of element: Lesson.Element, in lesson: Lesson) -> [Content] {
    switch element {
    case .prose(let blocks): blocks.filter { !$0.isTitle }.map(Content.prose)
    case .simulate(let directive): [.simulate(directive)]
    case .compare(let directive): [.compare(directive)]
    case .predict(let directive): [.predict(directive, lesson: lesson.name)]
    case .exercise(let exercise): [.exercise(exercise)]
    }
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
