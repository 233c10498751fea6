import Course
import Experiments

/// A fair exercise for a simulation, found by search.
struct ExerciseDraft: Sendable {
  let knob: any AnyKnob
  let criterion: Criterion

  /// The rates that its grade tells apart, as a lesson writes them; nil where the usual ones do.
  let rates: String?

  /// A setting of the knob from the middle of what passes.
  let middle: String

  /// What a learner is asked to do.
  var task: String {
    guard case .within(let band) = criterion.condition else {
      return "Choose \(knob.name) so that \(criterion.text)."
    }
    let (low, high) = (NumberText.shortest(band.lowerBound), NumberText.shortest(band.upperBound))
    return "Bring \(criterion.metric.name) between \(low) and \(high) by choosing \(knob.name)."
  }

  /// What is asked of the seeds: first what is usual, then less, for simulations of much chance.
  private static let demands: [(passing: Double, rates: String?)] = [
    (0.9, nil), (0.75, "70% over 40%"),
  ]

  /// How many candidates of a knob are calibrated before the next knob is tried.
  private static let mostTried = 3

  /// The first candidate that is fair; nil if none of those tried is.
  ///
  /// First the criteria that ask for as much or as little of a metric as possible are tried on every
  /// knob in the simulation's order, then those that ask for a band of it.
  static func find(for simulation: any Simulation.Type, _ cache: Cache) async -> ExerciseDraft? {
    var surveys: [String: KnobSurvey] = [:]
    let knobs = simulation.knobs.filter { $0.domain.bounds != nil }
    for (kind, knob) in KnobSurvey.Kind.allCases.flatMap({ kind in knobs.map { (kind, $0) } }) {
      let survey: KnobSurvey
      if let known = surveys[knob.name] {
        survey = known
      } else {
        survey = await KnobSurvey.of(knob, simulation)
        surveys[knob.name] = survey
      }
      for (passing, rates) in simulation.usesChance ? demands : [demands[0]] {
        for criterion in survey.candidates(passing: passing, kind).prefix(mostTried) {
          guard let exercise = exercise(knob, criterion, rates, simulation) else { continue }
          let calibration = await Calibration.of(exercise, cache)
          guard Fairness.problems(with: exercise, calibration).isEmpty,
            let middle = calibration.middle?.choices.first
          else { continue }
          return ExerciseDraft(knob: knob, criterion: criterion, rates: rates, middle: middle)
        }
      }
    }
    return nil
  }

  /// The exercise as a lesson would have it.
  private static func exercise(
    _ knob: any AnyKnob, _ criterion: Criterion, _ rates: String?,
    _ simulation: any Simulation.Type
  ) -> Exercise? {
    var lines = [
      "simulation: \(simulation.name)", "task: Draft", "choose: \(knob.name)",
      "pass: \(criterion.source)", "hint: Draft",
    ]
    if let rates { lines.append("pass-rate: \(rates)") }
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
