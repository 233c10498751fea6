import Files
import Grading
import Lessons

/// That every exercise is fair: a search over the allowed settings proves it.
package enum Fairness: Rule {
  package static let name = "fairness"
  package static let summary =
    "Every exercise can be passed, but not untouched, at an end of a range, by luck or by guessing."

  package static let takesRuns = true

  package static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    var faults: [LessonFault] = []
    for exercise in checked.lesson.exercises {
      let calibration = await Calibration.of(exercise, cache)
      for problem in problems(with: exercise, calibration) {
        faults.append(checked.fault(exercise.line, 1, "\(exercise.name) \(problem)"))
      }
    }
    return faults
  }

  /// Every way in which an exercise is unfair, each with its remedy; none if it is fair.
  package static func problems(with exercise: Exercise, _ calibration: Calibration) -> [String] {
    var suggestions = calibration.suggestions
    return FairnessProblem.all(in: calibration, of: exercise).map { problem in
      let message = problem.message(suggestions)
      // Once said is enough: what the same bound mends further on needs no words.
      if message != problem.message([]) { suggestions = [] }
      return message
    }
  }
}
