import Experiments
import Files
import Grading
import Lessons

/// An exercise to begin with: the simplest that the course has on a simulation.
///
/// What the course asks for is what one would want of the metric, and the course's own check has
/// found it to be fair.
struct ExerciseDraft: Sendable {
  let exercise: Exercise

  /// The knob that the lesson is about.
  let knob: any AnyKnob

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

  /// The exercise with the fewest parts, of which one is a number to choose; nil if the course has
  /// none on the simulation.
  ///
  /// As little or as much as possible of a metric is simpler than a band of it.
  static func find(for simulation: any Simulation.Type, in course: [Exercise]) -> ExerciseDraft? {
    func parts(_ exercise: Exercise) -> [Int] {
      let bands = exercise.criteria.count { $0.interval.range != nil }
      return [
        exercise.share.reason == nil ? 0 : 1, exercise.rates == .standard ? 0 : 1,
        exercise.choices.count, bands, exercise.criteria.count, exercise.given.turned.count,
      ]
    }
    let numeric = course.filter { $0.simulation.name == simulation.name }.compactMap { exercise in
      exercise.choices.first { $0.domain.bounds != nil }.map { (exercise, $0) }
    }
    let least = numeric.min { parts($0.0).lexicographicallyPrecedes(parts($1.0)) }
    return least.map { ExerciseDraft(exercise: $0.0, knob: $0.1) }
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
