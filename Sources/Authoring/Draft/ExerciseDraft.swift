import Course
import Experiments
import Files

/// A fair exercise for a simulation, to begin with: one of the course's, else one found by search.
struct ExerciseDraft: Sendable {
  let exercise: Exercise

  /// The course's exercise that it is, as `lesson/exercise`; nil if it was found by search.
  let origin: String?

  /// The knob that the lesson is about.
  let knob: any AnyKnob

  /// How many candidates of a knob are calibrated before the next knob is tried.
  private static let mostTried = 3

  /// What is asked of the seeds: first what is usual, then less, for simulations of much chance.
  private static let demands: [(passing: Double, rates: String?)] = [
    (0.9, nil), (0.75, "70% over 40%"),
  ]

  /// What a learner is asked to do.
  var task: String {
    let names = Self.listed(exercise.choices.map(\.name))
    let criteria = exercise.criteria
    if criteria.count == 1, let band = criteria[0].interval.range {
      let (low, high) = (NumberText.shortest(band.lowerBound), NumberText.shortest(band.upperBound))
      return "Bring \(criteria[0].metric.name) between \(low) and \(high) by choosing \(names)."
    }
    return "Choose \(names) so that \(Self.listed(criteria.map(\.text)))."
  }

  /// The lines of the exercise behind its task, as a lesson writes them.
  var lines: [String] {
    let given = exercise.given.values.filter { exercise.given.turned[$0.name] != nil }
    var lines = ["choose: \(exercise.choices.map(\.name).joined(separator: ", "))"]
    if !given.isEmpty {
      lines.append(
        "given: " + given.map { "\($0.name) = \($0.value.text)" }.joined(separator: ", "))
    }
    lines += exercise.criteria.map { criterion in
      "pass: \(criterion.source) (\(NumberText.count(criterion.points, "point")))"
    }
    if exercise.rates != .standard {
      let (pass, fail) = (exercise.rates.pass * 100, exercise.rates.fail * 100)
      lines.append(
        "pass-rate: \(Self.percent(pass)) over \(Self.percent(fail))")
    }
    if let reason = exercise.share.reason {
      let range = exercise.share.range
      lines.append(
        "share: \(Self.percent(range.lowerBound * 100)) ... \(Self.percent(range.upperBound * 100)) "
          + "because \(reason)")
    }
    return lines
  }

  /// `a`, `a and b`, `a, b and c`.
  private static func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func percent(_ number: Double) -> String {
    "\(NumberText.shortest(NumberText.rounded(number, digits: 6)))%"
  }

  /// The simplest exercise that the course has on the simulation, else the first candidate of a
  /// search that is fair; nil if none of those tried is.
  ///
  /// What the course asks for is what one would want of the metric, and the course's own check has
  /// found it to be fair. A search does not know which way a metric is better.
  static func find(
    for simulation: any Simulation.Type, in course: [Exercise], _ cache: Cache
  ) async -> ExerciseDraft? {
    if let known = simplest(of: course.filter({ $0.simulation.name == simulation.name })) {
      return known
    }
    return await search(simulation, cache)
  }

  /// The exercise with the fewest parts, of which one is a number to choose.
  ///
  /// As little or as much as possible of a metric is simpler than a band of it.
  private static func simplest(of exercises: [Exercise]) -> ExerciseDraft? {
    func parts(_ exercise: Exercise) -> [Int] {
      let bands = exercise.criteria.count { $0.interval.range != nil }
      return [
        exercise.share.reason == nil ? 0 : 1, exercise.rates == .standard ? 0 : 1,
        exercise.choices.count, bands, exercise.criteria.count, exercise.given.turned.count,
      ]
    }
    let numeric = exercises.compactMap { exercise in
      exercise.choices.first { $0.domain.bounds != nil }.map { (exercise, $0) }
    }
    let least = numeric.min { parts($0.0).lexicographicallyPrecedes(parts($1.0)) }
    return least.map { ExerciseDraft(exercise: $0.0, origin: $0.0.id, knob: $0.1) }
  }

  /// The first candidate that is fair; nil if none of those tried is.
  ///
  /// First the criteria that ask for as much or as little of a metric as possible are tried on every
  /// knob in the simulation's order, then those that ask for a band of it.
  private static func search(_ simulation: any Simulation.Type, _ cache: Cache) async
    -> ExerciseDraft?
  {
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
          guard Fairness.problems(with: exercise, calibration).isEmpty else { continue }
          return ExerciseDraft(exercise: exercise, origin: nil, knob: knob)
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
      "pass: \(criterion.source) (10 points)", "hint: Draft",
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
