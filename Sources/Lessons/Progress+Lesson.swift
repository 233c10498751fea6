import Grading

extension Progress {
  /// How many exercises of a lesson are passed.
  package func passed(in lesson: Lesson) -> Int { lesson.exercises.count { self[$0].isPassed } }

  package func points(in lesson: Lesson) -> Int {
    lesson.exercises.map { min(self[$0].points, $0.maximumPoints) }.reduce(0, +)
  }

  /// The exercises of a lesson that were passed before they were made into what they are now.
  package func passedEarlier(in lesson: Lesson) -> [Exercise] {
    lesson.exercises.filter { self[$0].hasPassedEarlierForm }
  }

  /// Whether everything in a lesson has been done.
  package func isComplete(_ lesson: Lesson) -> Bool {
    let isRead = (place(in: lesson.key) ?? -1) >= lesson.sections.count
    return lesson.exercises.isEmpty ? isRead : passed(in: lesson) == lesson.exercises.count
  }
}

extension Syllabus {
  /// The keys of its lessons in the journal.
  package var keys: [String] { listings.map(\.key) }
}
