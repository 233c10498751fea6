import Course
import Markdown

/// What is shown between two keys: some prose, and at most one directive behind it.
struct LearnStep: Sendable {
  /// The section it belongs to, from zero.
  let section: Int

  /// Whether it begins the section.
  let opensSection: Bool
  let prose: [Block]

  /// The run, prediction or exercise at its end.
  let directive: Lesson.Element?

  /// A lesson cut at its directives.
  static func steps(of lesson: Lesson) -> [LearnStep] {
    var steps: [LearnStep] = []
    for (index, section) in lesson.sections.enumerated() {
      var prose: [Block] = []
      var isFirst = true
      func close(_ directive: Lesson.Element?) {
        steps.append(
          LearnStep(section: index, opensSection: isFirst, prose: prose, directive: directive))
        prose = []
        isFirst = false
      }
      for element in section.elements {
        if case .prose(let blocks) = element {
          prose += blocks.filter { !$0.isTitle }
        } else {
          close(element)
        }
      }
      if !prose.isEmpty || isFirst { close(nil) }
    }
    return steps
  }
}

extension Block {
  /// Whether it is a heading of the first level: the lesson's title, which is shown anyway.
  var isTitle: Bool {
    if case .heading(level: 1, _) = kind { true } else { false }
  }
}
