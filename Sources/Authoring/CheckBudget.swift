import Experiments
import Files
import Grading
import Lessons
import Tuning

/// What the runs of a check cost, known before they are made, so that no pack makes a check hang.
enum CheckBudget {
  /// The name beside the fault of a lesson that is not run, where others have that of a rule.
  static let name = "budget"

  /// For each lesson whose runs take too much, a fault that says so: those from the one on that goes
  /// beyond ``Limits/checkWork``, and those in which a learner's command would be refused.
  ///
  /// - Parameters:
  ///   - limit: the multiply-adds of the whole check.
  ///   - each: those that a command may spend on one lesson or exercise.
  /// - Returns: the faults by the lessons' places in the list.
  static func refusals(
    of lessons: [CheckedLesson], _ cache: Cache, limit: Int = Limits.checkWork,
    each: Int = Limits.work
  ) async -> [Int: LessonFault] {
    var left = Double(limit)
    var refusals: [Int: LessonFault] = [:]
    for (index, checked) in lessons.enumerated() {
      guard left >= 0 else {
        refusals[index] = refusal(of: checked, 1, limit)
        continue
      }
      let before = left
      var shown = Double(each)
      for element in checked.lesson.elements where refusals[index] == nil && left >= 0 {
        var own = Double(each)
        var lost: PlannedRuns.Piece?
        if case .exercise(let exercise) = element {
          lost = await take(PlannedRuns(searching: exercise), 1, &own, &left, cache)
          // Each variant takes a search of its own, which no command of a learner makes.
          for variant in exercise.variants.all where lost == nil {
            var any = Double(limit)
            let runs = PlannedRuns(searching: exercise.variant(variant))
            lost = await take(runs, 1, &any, &left, cache)
          }
        } else {
          lost = await take(
            PlannedRuns(showing: element), Double(1 + SeedSample.others), &shown, &left, cache)
        }
        guard let lost else { continue }
        refusals[index] =
          left < 0
          ? refusal(of: checked, lost.line, limit)
          : checked.fault(
            lost.line, 1,
            "not run: with this a learner's command would take more than \(NumberText.scientific(Double(each), digits: 1)) "
              + "multiply-adds, and is refused; make runs smaller")
      }
      // What is not run costs nothing of the others' share.
      if left >= 0, refusals[index] != nil { left = before }
    }
    return refusals
  }

  /// Takes the work of runs from what a command may spend, and so many times as much from what is
  /// left for the check.
  private static func take(
    _ runs: PlannedRuns, _ times: Double, _ own: inout Double, _ left: inout Double, _ cache: Cache
  ) async -> PlannedRuns.Piece? {
    let bound = min(own, left / times)
    var rest = bound
    let lost = await runs.take(from: &rest) { run in
      await cache.value("work", for: run.key.text) { PlannedRuns.work(of: run.outcome()) }
    }
    own -= bound - rest
    left -= times * (bound - rest)
    return lost
  }

  private static func refusal(of checked: CheckedLesson, _ line: Int, _ limit: Int) -> LessonFault {
    checked.fault(
      line, 1,
      "not run: with this the check of the pack takes more than "
        + "\(NumberText.scientific(Double(limit), digits: 1)) multiply-adds; "
        + "make runs smaller, or check fewer lessons at once")
  }
}
