import Experiments
import Tuning

extension PlannedRuns {
  /// The search of an exercise: every cell of its grid on as many seeds as it takes at most.
  ///
  /// The cost is taken from the two ends of the grid, where it is the least and the most. Of a sample
  /// it is that of a few of its settings, on half as many seeds: most of them fail, and fail early.
  package init(searching exercise: Exercise) {
    let points = PassPoints(exercise)
    let runs = Double(points.count * PassSamples.seeds(for: exercise))
    let places: [Int]
    let times: Double
    switch points {
    case .grid(let grid):
      places = [0, grid.count - 1]
      times = runs / 2 / Self.sharing(of: exercise.simulation, over: grid)
    case .sample(let sample):
      let count = min(Self.settingsOfASample, sample.settings.count)
      places = Array(0..<count)
      times = runs / 2 / Double(max(1, count))
    }
    self.init(
      places.compactMap { points.settings(at: $0) }.map { choices in
        let settings = exercise.given.overlaid(by: choices)
        return Piece(
          Run(exercise.simulation, settings, seed: Seed.standard), times: times,
          line: exercise.line)
      })
  }

  /// From how many settings of a sample its cost is taken.
  private static let settingsOfASample = 16

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
