import Course
import Experiments

/// A fair exercise for a simulation, found by search.
struct ExerciseDraft: Sendable {
  let knob: any AnyKnob
  let criterion: Criterion

  /// A setting of the knob from the middle of what passes.
  let middle: String

  /// The name it goes by: `choose-learning-rate`.
  var name: String { "choose-\(knob.name)" }

  /// How many candidates of a knob are calibrated before the next knob is tried.
  private static let mostTried = 3

  /// The first candidate that is fair; nil if none of those tried is.
  ///
  /// Knobs are tried in the simulation's order, and of each first the criteria that ask for as much
  /// or as little of a metric as possible, then those that ask for a band of it.
  static func find(for simulation: any Simulation.Type, _ cache: Cache) async -> ExerciseDraft? {
    for knob in simulation.knobs where knob.domain.bounds != nil {
      for criterion in await KnobSurvey.of(knob, simulation).candidates.prefix(mostTried) {
        guard let exercise = exercise(knob, criterion, simulation) else { continue }
        let calibration = await Calibration.of(exercise, cache)
        guard Fairness.problems(with: exercise, calibration).isEmpty,
          let middle = calibration.middle?.choices.first
        else { continue }
        return ExerciseDraft(knob: knob, criterion: criterion, middle: middle)
      }
    }
    return nil
  }

  /// The exercise as a lesson would have it.
  private static func exercise(
    _ knob: any AnyKnob, _ criterion: Criterion, _ simulation: any Simulation.Type
  ) -> Exercise? {
    let lines = [
      "simulation: \(simulation.name)", "task: Draft", "choose: \(knob.name)",
      "pass: \(criterion.source)", "hint: Draft",
    ]
    return Lesson.draft("exercise draft", lines, on: simulation).exercises.first
  }
}

extension Lesson {
  /// A lesson with one directive and nothing else.
  static func draft(_ info: String, _ lines: [String], on simulation: any Simulation.Type) -> Lesson
  {
    let matter = ["---", "title: Draft", "summary: Draft", "---", ""]
    let text = matter + ["```\(info)"] + lines + ["```", ""]
    return LessonReader.read(
      text.joined(separator: "\n"), file: "draft", name: "draft", catalog: Catalog([simulation])
    ).lesson
  }
}
