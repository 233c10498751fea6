import Experiments
import Tuning

extension PlannedRuns {
  /// The search of an exercise: every cell of its grid on as many seeds as it takes at most.
  ///
  /// The cost is taken from the two ends of the grid, where it is the least and the most.
  package init(searching exercise: Exercise) {
    let grid = SettingGrid(exercise)
    let times =
      Double(grid.count * PassSamples.seeds(for: exercise)) / 2
      / Self.sharing(of: exercise.simulation, over: grid)
    self.init(
      [0, grid.count - 1].compactMap { grid.settings(at: $0) }.map { choices in
        let settings = exercise.given.overlaid(by: choices)
        return Piece(
          Run(exercise.simulation, settings, seed: Seed.standard), times: times,
          line: exercise.line)
      })
  }

  /// A grading of some choices, on as many seeds as one takes at most.
  package init(grading exercise: Exercise, _ choices: Settings) {
    let settings = exercise.given.overlaid(by: choices)
    self.init([
      Piece(
        Run(exercise.simulation, settings, seed: Seed.standard),
        times: exercise.usesChance ? Double(SequentialTest.mostSeeds) : 1, line: exercise.line)
    ])
  }
}
