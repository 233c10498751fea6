import Experiments
import Tuning

/// What the cells of an exercise's grid measured, seed by seed.
///
/// Every cell is run on the same seeds. What passes is worked out from the values, so other bounds
/// can be tried on the same runs.
package struct PassSamples: Sendable {
  package let grid: SettingGrid

  /// Of each cell and each of its seeds, the values of the criteria's metrics in order.
  package private(set) var values: [[[Double?]]]

  package init(_ exercise: Exercise) {
    grid = SettingGrid(exercise)
    values = Array(repeating: [], count: grid.count)
  }

  /// How the runs of one cell went.
  package struct Tally: Sendable, Hashable {
    package var run = 0
    package var passed = 0
    package var failures: Int { run - passed }
  }

  /// On how many seeds a cell is run at most.
  package static func seeds(for exercise: Exercise) -> Int {
    exercise.usesChance ? PassSearch.seedsPerCell : 1
  }

  /// On how many of those a passing cell may fail.
  package static func allowance(of exercise: Exercise) -> Int {
    Int(Double(seeds(for: exercise)) * (1 - exercise.rates.pass))
  }

  /// How many failures more than allowed show that a cell is far from passing.
  private static let farBeyond = 3

  /// Counts a cell as if it had been run for these criteria alone: until it is far from passing.
  package func tally(of cell: Int, for exercise: Exercise) -> Tally {
    count(values[cell], for: exercise).tally
  }

  /// Whether a cell passes on enough of all seeds.
  package func passes(_ cell: Int, _ exercise: Exercise) -> Bool {
    let (tally, isFar) = count(values[cell], for: exercise)
    return tally.run > 0 && !isFar && tally.failures <= Self.allowance(of: exercise)
  }

  /// The region that passes.
  package func region(of exercise: Exercise) -> PassRegion {
    PassRegion(grid: grid, passing: values.indices.map { passes($0, exercise) })
  }

  /// Runs every cell on as many seeds as its verdict takes.
  package mutating func fill(for exercise: Exercise) async {
    let metrics = exercise.criteria.map(\.metric)
    for seed in 0..<Self.seeds(for: exercise) {
      var cells: [Int] = []
      var runs: [Run] = []
      for cell in values.indices where values[cell].count == seed {
        guard !count(values[cell], for: exercise).isFar, let choices = grid.settings(at: cell)
        else { continue }
        cells.append(cell)
        runs.append(
          Run(
            exercise.simulation, exercise.given.overlaid(by: choices),
            seed: PassSearch.firstSeed + UInt64(seed)))
      }
      for (cell, found) in zip(cells, await runs.values(of: metrics)) { values[cell].append(found) }
    }
  }

  /// The seeds that count, in order, and whether they show that more would be wasted.
  private func count(_ seeds: [[Double?]], for exercise: Exercise) -> (tally: Tally, isFar: Bool) {
    let allowance = Self.allowance(of: exercise)
    var tally = Tally()
    for found in seeds {
      tally.run += 1
      if exercise.isPassed(by: found) { tally.passed += 1 }
      // What is the same on every seed fails on all of them.
      if failsExactly(found, exercise) { return (tally, true) }
      let failures = tally.failures
      if failures > allowance, tally.passed == 0 || failures >= allowance + Self.farBeyond {
        return (tally, true)
      }
    }
    return (tally, false)
  }

  /// Whether a criterion does not hold that no seed would change.
  private func failsExactly(_ found: [Double?], _ exercise: Exercise) -> Bool {
    zip(exercise.criteria, found).contains { $0.metric.isExact && !$0.holds($1) }
  }
}

extension Exercise {
  /// Whether every criterion holds, given the values of their metrics in order.
  package func isPassed(by values: [Double?]) -> Bool {
    values.count == criteria.count && zip(criteria, values).allSatisfy { $0.holds($1) }
  }
}
