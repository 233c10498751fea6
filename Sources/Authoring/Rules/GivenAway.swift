import Experiments
import Files
import Grading
import Lessons
import Tuning

/// That no run of a lesson passes an exercise that comes after it.
///
/// Whoever copies the chosen knobs from a run of the very problem that the exercise sets should not
/// pass: it has to be worked out. A run counts if it turns one of those knobs and stands where the
/// exercise does in all that it gives. Where there is chance it passes if it does on 18 of 20 other
/// seeds. A lesson may mean it so, thus it is pointed out only.
package enum GivenAway: Rule {
  package static let name = "given-away"
  package static let summary = "An exercise is not passed by what a run before it shows."

  package static let takesRuns = true

  package static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    var faults: [LessonFault] = []
    for exercise in checked.lesson.exercises {
      let copies = copies(of: exercise, in: checked.lesson)
      let passed = await passed(exercise, by: copies.map(\.choices), cache)
      guard let copy = zip(copies, passed).first(where: { $1 })?.0 else { continue }
      let values = zip(exercise.choices, exercise.texts(of: copy.choices))
        .map { "\($0.name) \($1)" }
      faults.append(
        checked.advice(
          exercise.line, 1,
          "\(exercise.name) is passed by what the run in line \(copy.line) shows "
            + "(\(values.joined(separator: ", "))); ask for what no run gives away"))
    }
    return faults
  }

  /// Whether an exercise is passed by each of some choices on nearly every seed.
  static func passed(_ exercise: Exercise, by choices: [Settings], _ cache: Cache) async -> [Bool] {
    let metrics = exercise.criteria.map(\.metric)
    let samples = await SeedSample.all(
      of: choices.map {
        (Run(exercise.simulation, exercise.given.overlaid(by: $0), seed: Seed.standard), metrics)
      }, cache)
    return samples.map { sample in
      guard exercise.usesChance else { return exercise.isPassed(by: sample.shown) }
      return sample.others.count { exercise.isPassed(by: $0) } >= SeedSample.needed
    }
  }

  /// What a learner could copy from the runs before an exercise, and the line of each.
  private static func copies(of exercise: Exercise, in lesson: Lesson)
    -> [(line: Int, choices: Settings)]
  {
    lesson.elements.flatMap(\.shownRuns).compactMap { shown in
      guard shown.line < exercise.line,
        exercise.given.turned.allSatisfy({ shown.run.settings[$0.key] == $0.value })
      else { return nil }
      return exercise.choices(turnedIn: shown.run).map { (shown.line, $0) }
    }
  }
}

extension Exercise {
  /// The chosen knobs as a run of the exercise's simulation turns them; nil where it turns none, or is of
  /// another simulation.
  func choices(turnedIn run: Run) -> Settings? {
    guard run.simulation.name == simulation.name else { return nil }
    let names = Set(choices.map(\.name))
    var turned = simulation.defaults
    for (name, value) in run.settings.turned where names.contains(name) {
      // The same simulation takes what it took.
      try? turned.turn(name, to: value)
    }
    return turned.turned.isEmpty ? nil : turned
  }
}
