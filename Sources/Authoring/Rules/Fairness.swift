import Course
import Files

/// That every exercise is fair: a search over the allowed settings proves it.
package enum Fairness: Rule {
  package static let name = "fairness"
  package static let summary =
    "Every exercise can be passed, but not untouched, at an end of a range, by luck or by guessing."

  package static let takesRuns = true

  package static func faults(in subject: Subject, _ cache: Cache) async -> [LessonFault] {
    var faults: [LessonFault] = []
    for exercise in subject.lesson.exercises {
      let calibration = await Calibration.of(exercise, cache)
      for problem in problems(with: exercise, calibration) {
        faults.append(subject.fault(exercise.line, 1, "\(exercise.name) \(problem)"))
      }
    }
    return faults
  }

  /// Every way in which an exercise is unfair, each with its remedy; none if it is fair.
  package static func problems(with exercise: Exercise, _ calibration: Calibration) -> [String] {
    var suggestions = calibration.suggestions
    return Unfairness.all(in: calibration, of: exercise).map { unfairness in
      let message = unfairness.message(suggestions)
      // Once said is enough: what the same bound mends further on needs no words.
      if message != unfairness.message([]) { suggestions = [] }
      return message
    }
  }
}
