import Experiments
import Grading
import Lessons

/// What took a learner most: an exercise with its attempts and hints, or a prediction that was missed.
package struct Weakness: Sendable, Hashable, Encodable {
  /// What it was: `learning-rate/reach-the-floor`.
  package let name: String

  /// The attempts that did not pass, or the answers that were wrong, before one did or was right.
  package let misses: Int
  let hints: Int

  /// What happened, in words.
  package let text: String

  /// What to type to see it again.
  package let step: NextStep

  private enum CodingKeys: CodingKey { case name, misses, hints }

  /// The weight by which the greatest come first: whoever asked for a hint has been stuck as well.
  private var weight: Int { misses.addingReportingOverflow(hints).partialValue }

  /// The greatest of a course, the greatest first; what went well at once is none.
  ///
  /// - Parameter count: how many at most.
  package static func greatest(
    _ count: Int, in lessons: [Lesson], _ progress: Progress, _ history: PassHistory
  ) -> [Weakness] {
    var all: [(place: Int, weakness: Weakness)] = []
    for lesson in lessons {
      for exercise in lesson.exercises {
        let standing = progress[exercise]
        let misses = history[exercise].misses
        guard misses > 0 || standing.hints > 0 else { continue }
        all.append((all.count, Weakness(exercise, misses: misses, hints: standing.hints)))
      }
      for (name, section) in lesson.predictionPlaces {
        let misses = history.misses(of: name, in: lesson.key)
        guard misses > 0 else { continue }
        all.append((all.count, Weakness(name, of: lesson, section: section, misses: misses)))
      }
    }
    let sorted = all.sorted { ($1.weakness.weight, $0.place) < ($0.weakness.weight, $1.place) }
    return sorted.prefix(count).map(\.weakness)
  }

  private init(_ exercise: Exercise, misses: Int, hints: Int) {
    name = exercise.id
    self.misses = misses
    self.hints = hints
    let tries =
      misses == 0 ? nil : (misses == 1 ? "1 miss" : "\(misses) misses") + " before it passed"
    let asked = hints == 0 ? nil : NumberText.count(hints, "hint")
    text = [tries, asked].compactMap(\.self).joined(separator: ", ")
    step = NextStep("knobs learn \(exercise.id)", text)
  }

  private init(_ prediction: String, of lesson: Lesson, section: Int, misses: Int) {
    name = "\(lesson.name)/\(prediction)"
    self.misses = misses
    hints = 0
    text = "foretold wrong" + (misses == 1 ? "" : " \(misses) times")
    step = NextStep("knobs learn \(lesson.name)#\(lesson.sectionNames[section])", text)
  }
}

extension Lesson {
  /// The predictions by their names, each with the place of its section.
  fileprivate var predictionPlaces: [(name: String, section: Int)] {
    sections.enumerated().flatMap { index, section in
      section.elements.compactMap { element in
        if case .predict(let directive) = element { (directive.name, index) } else { nil }
      }
    }
  }
}
