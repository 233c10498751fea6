import Experiments
import Files
import Grading
import Lessons

/// What is asked again is as hard as it was, can be passed, and says what is given.
enum Variations: Rule {
  static let name = "variants"
  static let summary =
    "Every variant of an exercise can be passed, but not untouched, and is about as hard as the exercise."

  static let takesRuns = true

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    var faults = literals(in: checked)
    for exercise in checked.lesson.exercises where !exercise.variants.isEmpty {
      let share = await Calibration.of(exercise, cache).share
      for variant in exercise.variants.all {
        let check = await VariantCheck.of(exercise.variant(variant), cache)
        guard let problem = check.problem(beside: share, factor: exercise.variants.factor)
        else { continue }
        faults.append(
          checked.fault(
            exercise.line, 1,
            "\(exercise.name) with \(exercise.variants.text(of: variant)) \(problem)"))
      }
    }
    return faults
  }

  /// Tasks and questions that name a value which varies as it stands in the lesson alone.
  private static func literals(in checked: CheckedLesson) -> [LessonFault] {
    func advice(
      _ name: String, _ line: Int, _ variants: Variants, _ own: Settings,
      _ text: (Settings) -> String
    ) -> [LessonFault] {
      variants.knobs.compactMap { knob in
        guard let value = own[knob]?.number,
          let other = variants.all.first(where: { $0[knob]?.number != value }),
          ProseNumber.all(in: text(other)).contains(where: { $0.value == value })
        else { return nil }
        return checked.advice(
          line, 1,
          "\(name) says \(NumberText.shortest(value)) whatever is given; write {\(knob)}, "
            + "for which the value is put")
      }
    }
    return checked.lesson.exercises.flatMap { exercise in
      advice(exercise.name, exercise.line, exercise.variants, exercise.given) {
        exercise.variant($0).task
      }
    }
      + checked.lesson.predictions.flatMap { prediction in
        advice(prediction.name, prediction.line, prediction.variants, prediction.settings) {
          prediction.variant($0).question
        }
      }
  }
}
