import Lessons

/// Where in a lesson one begins, other than where it was left.
package enum LessonStart: Sendable, Hashable {
  /// A section, counted from zero.
  case section(Int)

  /// The exercise of a name.
  case exercise(String)

  /// The parts of a lesson that belong to it: the section, or the step that ends with the exercise.
  package func parts(of lesson: Lesson) -> [LessonPart] {
    switch self {
    case .section(let section): LessonPart.parts(of: lesson).filter { $0.section == section }
    case .exercise: LessonPart.steps(of: lesson).first(where: begins).map(Array.init) ?? []
    }
  }

  /// Whether a step is where it begins.
  package func begins(with step: ArraySlice<LessonPart>) -> Bool {
    switch self {
    case .section(let section): return step.first?.section == section
    case .exercise(let name):
      guard case .exercise(let exercise)? = step.last?.content else { return false }
      return exercise.name == name
    }
  }

  /// What to type when its part of a lesson was read as text.
  package func next(in lesson: Lesson) -> [NextStep] {
    let whole = NextStep("knobs learn \(lesson.name)", "the whole lesson")
    guard case .section(let section) = self, lesson.sections.indices.contains(section + 1) else {
      return [whole]
    }
    let name = lesson.sectionNames[section + 1]
    return [NextStep("knobs learn \(lesson.name)#\(name)", "the next section"), whole]
  }
}
