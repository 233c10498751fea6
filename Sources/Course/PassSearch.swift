import Experiments

/// The search for the middle of what passes an exercise.
///
/// Nothing about the answer is stored: a grid over the allowed settings is run, the cell deepest
/// inside the passing region is graded like an attempt, on seeds kept for this purpose, and the
/// first that passes is the answer.
package enum PassSearch {
  /// The most cells a grid has, whatever the number of knobs.
  static let cells = 640

  /// How many seeds a cell has to pass where there is chance.
  static let seedsPerCell = 4

  /// How many of the deepest cells are graded before the search gives up.
  static let candidates = 8

  /// The first seed of the search; attempts never come this far.
  static let firstSeed = Seed.firstForGrading | (1 << 62)

  /// Settings from the middle of the pass region, as plain numbers; nil if none were found.
  package static func middle(of exercise: Exercise) async -> Settings? {
    let grid = PassGrid(exercise)
    let passing = await passing(grid, exercise)
    for cell in grid.deepest(passing).prefix(candidates) {
      var tried: [Settings] = []
      for digits in [2, 3, 4, nil] {
        guard let choices = grid.settings(at: cell, digits: digits), !tried.contains(choices)
        else { continue }
        tried.append(choices)
        var grading = Grading(
          exercise, choices: choices, firstSeed: firstSeed + UInt64(SequentialTest.mostSeeds))
        while !grading.isDecided { await grading.advance(by: 8) }
        if grading.grade.passed { return choices }
      }
    }
    return nil
  }

  /// Which cells pass on every one of a few seeds.
  static func passing(_ grid: PassGrid, _ exercise: Exercise) async -> [Bool] {
    let choices = (0..<grid.count).map { grid.settings(at: $0) }
    var passing = choices.map { $0 != nil }
    let rounds = exercise.simulation.usesChance ? seedsPerCell : 1
    for round in 0..<rounds {
      let alive = passing.indices.filter { passing[$0] }
      for chunk in stride(from: 0, to: alive.count, by: 16) {
        let cells = alive[chunk..<min(chunk + 16, alive.count)]
        let runs = cells.compactMap { choices[$0] }.map { choices in
          Run(
            exercise.simulation, exercise.given.overlaid(by: choices),
            seed: firstSeed + UInt64(round))
        }
        for (cell, outcome) in zip(cells, await runs.outcomes()) {
          passing[cell] = exercise.isPassed(by: outcome)
        }
      }
    }
    return passing
  }
}
