import Experiments

/// The search for the middle of what passes an exercise.
///
/// Nothing about the answer is stored: a grid over the allowed settings is run, the cell deepest
/// inside the passing region is graded like an attempt, on seeds kept for this purpose, and the
/// first that passes is the answer.
package enum PassSearch {
  /// The most cells a grid has, whatever the number of knobs.
  static let cells = 640

  /// How many seeds a cell is run on where there is chance, unless it fails too many before.
  static let seedsPerCell = 12

  /// How many of the deepest cells are graded before the search gives up.
  static let candidates = 8

  /// The first seed of the search; attempts never come this far.
  static let firstSeed = Seed.firstForGrading | (1 << 62)

  /// Settings from the middle of the pass region, as plain numbers; nil if none were found.
  package static func middle(of exercise: Exercise) async -> Settings? {
    await middle(of: exercise, in: region(of: exercise))
  }

  /// Settings from the middle of a region that was found before.
  package static func middle(of exercise: Exercise, in region: PassRegion) async -> Settings? {
    for cell in region.grid.deepest(region.passing).prefix(candidates) {
      var tried: [Settings] = []
      for digits in [2, 3, 4, nil] {
        guard let choices = region.grid.settings(at: cell, digits: digits),
          !tried.contains(choices)
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

  /// The cells of a grid that pass; where there is chance, on as large a share of a few seeds as the
  /// exercise asks for.
  package static func region(of exercise: Exercise) async -> PassRegion {
    let grid = PassGrid(exercise)
    let choices = (0..<grid.count).map { grid.settings(at: $0) }
    let seeds = exercise.usesChance ? seedsPerCell : 1
    let allowed = Int(Double(seeds) * (1 - exercise.rates.pass))
    var failures = choices.map { $0 == nil ? Int.max : 0 }
    for seed in 0..<seeds {
      let alive = failures.indices.filter { failures[$0] <= allowed }
      for chunk in stride(from: 0, to: alive.count, by: 16) {
        let cells = alive[chunk..<min(chunk + 16, alive.count)]
        let runs = cells.compactMap { choices[$0] }.map { choices in
          Run(
            exercise.simulation, exercise.given.overlaid(by: choices),
            seed: firstSeed + UInt64(seed))
        }
        for (cell, outcome) in zip(cells, await runs.outcomes())
        where !exercise.isPassed(by: outcome) { failures[cell] += 1 }
      }
    }
    return PassRegion(grid: grid, passing: failures.map { $0 <= allowed })
  }
}

/// The part of an exercise's settings that passes, as far as a grid shows it.
package struct PassRegion: Sendable {
  let grid: PassGrid

  /// Whether each cell of the grid passes.
  let passing: [Bool]

  /// The share of the cells that pass.
  package var share: Double {
    passing.isEmpty ? 0 : Double(passing.count { $0 }) / Double(passing.count)
  }
}
