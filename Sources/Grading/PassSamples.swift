import Experiments
import Tuning

/// What the cells of an exercise's grid, or the settings of its sample, measured, seed by seed.
///
/// Every cell is run on the same seeds. What passes is worked out from the values, so other bounds
/// can be tried on the same runs.
package struct PassSamples: Sendable {
  package let points: PassPoints

  /// The cells, each with the values of the criteria's metrics in order.
  private var trials: Trials<[Double?]>

  /// - Parameter ran: called after every run, from several threads.
  package init(_ exercise: Exercise, ran: @escaping @Sendable () -> Void = {}) {
    let points = PassPoints(exercise)
    self.points = points
    trials = Trials(
      (0..<points.count).map { cell in
        exercise.given.overlaid(by: points.settings(at: cell) ?? exercise.given)
      }, of: exercise.simulation, from: PassSearch.firstSeed
    ) { outcome in
      ran()
      return exercise.criteria.map { outcome[$0.metric] }
    }
  }

  /// How many runs a search makes at most.
  package static func mostRuns(of exercise: Exercise) -> Int {
    PassPoints(exercise).count * seeds(for: exercise)
  }

  /// The numbers of the cells.
  package var cells: Range<Int> { trials.trials.indices }

  /// Of each seed that a cell was run on, the values of the criteria's metrics in order.
  package func values(of cell: Int) -> [[Double?]] { trials[cell].readings }

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
    Self.count(values(of: cell), for: exercise).tally
  }

  /// Whether a cell passes on enough of all seeds.
  package func passes(_ cell: Int, _ exercise: Exercise) -> Bool {
    let (tally, isFar) = Self.count(values(of: cell), for: exercise)
    return tally.run > 0 && !isFar && tally.failures <= Self.allowance(of: exercise)
  }

  /// The region that passes.
  package func region(of exercise: Exercise) -> PassRegion {
    let passing = cells.map { passes($0, exercise) }
    return PassRegion(
      points: points, passing: passing,
      safety: points.grid == nil ? safety(of: passing, exercise) : [])
  }

  /// How far each passing setting is inside its bounds: in units of seed noise, or where no seed
  /// changes anything, of how much the metrics differ between settings.
  private func safety(of passing: [Bool], _ exercise: Exercise) -> [Double] {
    let spreads = exercise.criteria.indices.map { index in
      Spread.deviation(of: cells.compactMap { values(of: $0).first?[index] })
    }
    return zip(cells, passing).map { cell, passes in
      guard passes else { return -.infinity }
      let seeds = values(of: cell)
      if let margin = NoiseMargin(of: exercise.criteria, seeds) { return margin.deviations }
      let distances = zip(exercise.criteria, zip(seeds.first ?? [], spreads)).compactMap {
        criterion, found -> Double? in
        guard let value = found.0, let spread = found.1, spread > 0 else { return nil }
        return criterion.distance(of: value) / spread
      }
      return distances.min() ?? 0
    }
  }

  /// Runs every cell on as many seeds as its verdict takes.
  package mutating func fill(for exercise: Exercise) async {
    for seed in 0..<Self.seeds(for: exercise) {
      await trials.advance { trial in
        trial.readings.count == seed && !Self.count(trial.readings, for: exercise).isFar
      }
    }
  }

  /// The seeds that count, in order, and whether they show that more would be wasted.
  private static func count(_ seeds: [[Double?]], for exercise: Exercise) -> (
    tally: Tally, isFar: Bool
  ) {
    let allowance = allowance(of: exercise)
    var tally = Tally()
    for found in seeds {
      tally.run += 1
      if exercise.isPassed(by: found) { tally.passed += 1 }
      // What is the same on every seed fails on all of them.
      if failsExactly(found, exercise) { return (tally, true) }
      let failures = tally.failures
      if failures > allowance, tally.passed == 0 || failures >= allowance + farBeyond {
        return (tally, true)
      }
    }
    return (tally, false)
  }

  /// Whether a criterion does not hold that no seed would change.
  private static func failsExactly(_ found: [Double?], _ exercise: Exercise) -> Bool {
    zip(exercise.criteria, found).contains { $0.metric.isExact && !$0.holds($1) }
  }
}

extension Exercise {
  /// Whether every criterion holds, given the values of their metrics in order.
  package func isPassed(by values: [Double?]) -> Bool {
    values.count == criteria.count && zip(criteria, values).allSatisfy { $0.holds($1) }
  }
}
