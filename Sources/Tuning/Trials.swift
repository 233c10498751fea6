import Experiments

/// Settings that were tried, with what was read off the run on each seed.
package struct Trial<Reading: Sendable>: Sendable {
  package let settings: Settings

  /// What was read, seed by seed.
  package internal(set) var readings: [Reading]

  /// Settings with what was read off their runs so far.
  package init(_ settings: Settings, readings: [Reading] = []) {
    self.settings = settings
    self.readings = readings
  }
}

/// Several settings of one simulation, run seed by seed until enough is known of each.
///
/// All of them meet the same seeds in the same order, so their differences are not those of luck
/// (common random numbers), and what is found depends neither on how many runs are made side by side
/// nor on which other settings are tried.
package struct Trials<Reading: Sendable>: Sendable {
  package let simulation: any Simulation.Type

  /// The first seed; those that follow are its successors.
  package let firstSeed: UInt64

  /// What became of each of the settings, in the order in which they were given.
  package private(set) var trials: [Trial<Reading>]
  private let read: @Sendable (Outcome) -> Reading

  /// - Parameters:
  ///   - settings: what is tried.
  ///   - simulation: what is run.
  ///   - firstSeed: the seed that every one of the settings is run on first.
  ///   - read: what is kept of an outcome; called from several threads.
  package init(
    _ settings: [Settings], of simulation: any Simulation.Type, from firstSeed: UInt64,
    reading read: @escaping @Sendable (Outcome) -> Reading
  ) {
    self.simulation = simulation
    self.firstSeed = firstSeed
    self.read = read
    trials = settings.map { Trial($0) }
  }

  /// What became of the settings at a place.
  package subscript(place: Int) -> Trial<Reading> { trials[place] }

  /// Runs settings on so many further seeds each, side by side.
  ///
  /// - Parameters:
  ///   - count: how many more seeds.
  ///   - isOpen: whether more has to be known of settings, given what was read so far; all of them
  ///     unless given.
  /// - Returns: whether any were open, and so have been run.
  @discardableResult
  package mutating func advance(
    by count: Int = 1, where isOpen: (Trial<Reading>) -> Bool = { _ in true }
  ) async -> Bool {
    let places = trials.indices.filter { isOpen(trials[$0]) }
    let runs = places.flatMap { place in
      let trial = trials[place]
      return (0..<max(0, count)).map { seed in
        Run(
          simulation, trial.settings,
          seed: firstSeed &+ UInt64(trial.readings.count) &+ UInt64(seed))
      }
    }
    var found = await runs.reading(read)[...]
    for place in places {
      trials[place].readings += found.prefix(max(0, count))
      found = found.dropFirst(max(0, count))
    }
    return !runs.isEmpty
  }
}

extension Trials where Reading == [Double?] {
  /// Trials that keep the values of some metrics.
  package init(
    _ settings: [Settings], of simulation: any Simulation.Type, from firstSeed: UInt64,
    measuring metrics: [Metric]
  ) {
    self.init(settings, of: simulation, from: firstSeed) { outcome in
      metrics.map { outcome[$0] }
    }
  }
}

/// The middle of what was measured.
package enum Median {
  /// The median, of which values that are missing or no number count as the largest; nil if it
  /// falls on those.
  package static func of(_ values: [Double?]) -> Double? {
    let sorted = values.compactMap { $0 }.filter { !$0.isNaN }.sorted()
    let middle = values.count / 2
    guard middle < sorted.count else { return nil }
    let high = sorted[middle]
    guard values.count.isMultiple(of: 2), sorted[middle - 1] != high else { return high }
    let median = sorted[middle - 1] / 2 + high / 2
    return median.isNaN ? nil : median
  }
}
