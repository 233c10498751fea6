import Experiments
import Files
import Grading
import Lessons
import Tuning

/// What the runs of a check cost, estimated before they are made, so that no pack makes a check hang.
enum CheckBudget {
  /// The name beside the fault of a lesson that is not run, where others have that of a rule.
  static let name = "budget"

  /// For each lesson from the one on that goes beyond ``Limits/checkWork``, a fault that says so.
  ///
  /// - Returns: the faults by the lessons' places in the list.
  static func refusals(of lessons: [CheckedLesson], _ cache: Cache, limit: Int = Limits.checkWork)
    async
    -> [Int: LessonFault]
  {
    var left = Double(limit)
    var refusals: [Int: LessonFault] = [:]
    for (index, checked) in lessons.enumerated() {
      var last = 1
      var rest = pieces(of: checked.lesson)[...]
      while left >= 0, !rest.isEmpty {
        let some = Array(rest.prefix(atOnce))
        rest = rest.dropFirst(atOnce)
        for (piece, work) in zip(some, await work(of: some, cache)) where left >= 0 {
          last = piece.line
          left -= work
        }
      }
      if left < 0 {
        refusals[index] = checked.fault(
          last, 1,
          "not run: with this the check of the pack takes more than "
            + "\(NumberText.scientific(Double(limit), digits: 1)) multiply-adds; "
            + "make runs smaller, or check fewer lessons at once")
      }
    }
    return refusals
  }

  /// Runs that cost about the same, with how often the like of them is made.
  private struct Piece: Sendable {
    let line: Int
    let run: Run
    let times: Double
  }

  /// Everything that is run to check a lesson: what it shows, what it asks, and what may be chosen.
  private static func pieces(of lesson: Lesson) -> [Piece] {
    let seeds = Double(1 + SeedSample.others)
    return lesson.elements.flatMap { element -> [Piece] in
      guard case .exercise(let exercise) = element else {
        return element.shownRuns.map { Piece(line: $0.line, run: $0.run, times: seeds) }
      }
      let grid = SettingGrid(exercise)
      let times = Double(grid.count * PassSamples.seeds(for: exercise)) / 2
      return [0, grid.count - 1].compactMap { grid.settings(at: $0) }.map { choices in
        let settings = exercise.given.overlaid(by: choices)
        let run = Run(exercise.simulation, settings, seed: Seed.standard)
        return Piece(line: exercise.line, run: run, times: times)
      }
    }
  }

  /// How many runs are made side by side: a few more than needed, where the limit is reached.
  private static let atOnce = 8

  /// The work of every piece, found side by side.
  private static func work(of pieces: [Piece], _ cache: Cache) async -> [Double] {
    await withTaskGroup(of: (Int, Double).self) { group in
      for (index, piece) in pieces.enumerated() {
        group.addTask { (index, await work(of: piece, cache)) }
      }
      var found = [Double](repeating: 0, count: pieces.count)
      for await (index, work) in group { found[index] = work }
      return found
    }
  }

  /// The multiply-adds of all runs of a piece, by what one of them costs.
  private static func work(of piece: Piece, _ cache: Cache) async -> Double {
    let run = piece.run
    let one = await cache.value("work", for: run.key.text) {
      run.outcome().cost.multiplyAdds
    }
    return piece.times * Double(max(1, one))
  }
}
