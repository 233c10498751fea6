import Experiments

/// A search for the settings under which a metric is best, trial by trial.
package struct Study: Sendable {
  package let simulation: any Simulation.Type

  /// What is to be as low, or as high, as its ``Metric/better`` says; low where it says nothing.
  package let metric: Metric

  /// How many seeds each of the settings is run on.
  package let seedsPerTrial: Int

  /// The most settings that are tried.
  package let budget: Int

  /// Everything that was tried, in order: on each seed the metric alone.
  package private(set) var trials: [Trial<[Double?]>] = []
  private let firstSeed: UInt64

  /// - Parameters:
  ///   - simulation: what is run.
  ///   - metric: what is to be best.
  ///   - budget: the most settings that are tried, at least 1.
  ///   - seedsPerTrial: how many seeds each is run on, at least 1.
  ///   - firstSeed: the first of those.
  package init(
    _ simulation: any Simulation.Type, _ metric: Metric, budget: Int, seedsPerTrial: Int = 1,
    from firstSeed: UInt64 = Seed.standard
  ) {
    self.simulation = simulation
    self.metric = metric
    self.budget = max(1, budget)
    self.seedsPerTrial = max(1, seedsPerTrial)
    self.firstSeed = firstSeed
  }

  /// Tries what a strategy proposes until it has no more to propose or the budget is spent.
  package mutating func run(_ strategy: some Strategy) async {
    var strategy = strategy
    while trials.count < budget {
      let proposed = strategy.propose().prefix(budget - trials.count)
      guard !proposed.isEmpty else { return }
      var batch = Trials(
        Array(proposed), of: simulation, from: firstSeed, measuring: [metric])
      await batch.advance(by: seedsPerTrial)
      trials += batch.trials
      strategy.observe(batch.trials.map { Observation($0.settings, loss: loss(of: $0)) })
    }
  }

  /// The median over the seeds, with its sign turned where more is better; nil where it has no value.
  package func loss(of trial: Trial<[Double?]>) -> Double? {
    let median = Median.of(trial.readings.map { $0.first ?? nil })
    return metric.better == .higher ? median.map { -$0 } : median
  }

  /// The trial with the best median, the first of equals; nil if none has a value.
  package var best: Trial<[Double?]>? {
    trials.compactMap { trial in loss(of: trial).map { (trial, $0) } }.min { $0.1 < $1.1 }?.0
  }
}
