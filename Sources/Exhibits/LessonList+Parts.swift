import Experiments

extension LessonList {
  /// Lessons of a pack that belong together.
  package struct Part: Sendable {
    /// What it is called; nil where it has no title.
    package let title: String?

    /// Its lessons in order.
    package let lessons: [Lesson]

    /// Some lessons in their parts.
    static func parts(of lessons: [Lesson]) -> [Part] {
      var parts: [Part] = []
      var rest = lessons[...]
      while let first = rest.first {
        let own = rest.prefix { $0.part == first.part }
        parts.append(Part(title: first.part, lessons: Array(own)))
        rest = rest.dropFirst(own.count)
      }
      return parts
    }

    /// Whether the lesson to go on with is one of them.
    package var isCurrent: Bool { lessons.contains(where: \.isCurrent) }

    /// What stands for all of them.
    package var sum: Sum { Sum(lessons[...]) }
  }

  /// What stands for some lessons that are not listed.
  package struct Sum: Sendable {
    /// Their numbers: `6 … 8`.
    package let numbers: String

    /// How many there are, in words.
    package let count: String

    /// How long they take.
    package let minutes: String

    /// How many of their exercises are passed.
    package let passed: String

    /// The points earned, of those there are.
    package let points: String

    /// Whether everything in them is done.
    package let isComplete: Bool

    /// How many faults keep lessons among them from being taken, in words; nil where none do.
    package let faults: String?

    /// What stands for some lessons in order.
    package init(_ lessons: ArraySlice<Lesson>) {
      let isKnown = lessons.allSatisfy(\.isKnown)
      func sum(_ value: (Lesson) -> Int) -> Int { lessons.reduce(0) { $0 + value($1) } }
      let (first, last) = (lessons.first?.number ?? 0, lessons.last?.number ?? 0)
      numbers = first == last ? "\(first)" : "\(first) … \(last)"
      count = NumberText.count(lessons.count, "lesson")
      minutes = "\(sum(\.minutes))"
      passed = "\(isKnown ? String(sum(\.passed)) : "?") of \(sum { $0.exercises.count })"
      points = "\(isKnown ? String(sum(\.points)) : "?") of \(sum(\.maximumPoints))"
      isComplete = lessons.allSatisfy(\.complete)
      let wrong = sum { $0.faultCount == nil ? 0 : $0.faultTotal }
      faults = wrong == 0 ? nil : NumberText.count(wrong, "fault")
    }
  }
}
