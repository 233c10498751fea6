import Experiments
import Tuning

extension PlannedRuns {
  /// The search of an exercise: every cell of its grid, where there is chance on two thirds of the seeds
  /// that it takes at most, as most cells fail early (searches of the course make 19 to 52 % of the most
  /// runs).
  ///
  /// The cost is taken from cells spread over the grid, its two ends among them, where it is the least
  /// and the most: between these it seldom grows evenly. Of a sample it is that of a few of its settings,
  /// on half as many seeds: most of them fail, and fail early.
  package init(searching exercise: Exercise) {
    let points = PassPoints(exercise)
    let runs = Double(points.count * PassSamples.seeds(for: exercise))
    let places: [Int]
    let times: Double
    switch points {
    case .grid(let grid):
      places = grid.spread(Self.settingsOfASample)
      times =
        runs * (exercise.usesChance ? Self.seedsMade : 1) / Double(max(1, places.count))
        / Self.sharing(of: exercise.simulation, over: grid)
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

  /// The share of the most seeds that the search of a grid is taken to make.
  private static let seedsMade = 2.0 / 3

  /// From how many cells of a grid or settings of a sample its cost is taken.
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

extension SettingGrid {
  /// So many of its cells, each once: its two ends, and others that are spread evenly over all axes.
  fileprivate func spread(_ count: Int) -> [Int] {
    guard self.count > count else { return Array(0..<self.count) }
    var cells = [0, self.count - 1]
    for point in HaltonPoints(dimensions: axes.count).first(self.count) where cells.count < count {
      let place = zip(point, axes).map { min(Int($0 * Double($1.count)), $1.count - 1) }
      let cell = cell(at: place)
      if !cells.contains(cell) { cells.append(cell) }
    }
    return cells
  }
}
