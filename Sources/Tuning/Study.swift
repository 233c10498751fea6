import Experiments
import Plotting

/// A search for the settings under which a metric is best, trial by trial.
///
/// A value whose state is its list of trials: from any stretch of them it goes on as it would have, on
/// any machine and with any number of cores.
package struct Study: Sendable {
  /// What is searched, how, and how far.
  package struct Plan: Sendable {
    package let simulation: any Simulation.Type
    package let space: SearchSpace
    package let objective: Objective
    package let strategy: any Strategy.Type

    /// When it ends.
    package let budget: Budget

    /// The knob that buys time, and how much of it there is; nil where none is bought.
    package let resource: BoughtKnob?

    /// How many seeds each of the settings is run on.
    package let repeats: Int

    /// The first of those, and what the strategy's own chance comes from.
    package let seed: UInt64

    package init(
      _ simulation: any Simulation.Type, _ space: SearchSpace, _ objective: Objective,
      by strategy: any Strategy.Type, budget: Budget, resource: BoughtKnob? = nil,
      repeats: Int = 1, seed: UInt64 = Seed.standard
    ) {
      self.simulation = simulation
      self.space = space
      self.objective = objective
      self.strategy = strategy
      self.budget = budget
      self.resource = resource
      self.repeats = max(1, repeats)
      self.seed = seed
    }
  }

  /// When a study ends.
  package struct Budget: Sendable, Hashable {
    /// The most trials.
    package let trials: Int

    /// A counter and what all trials together may count; the trial that goes beyond is the last.
    package let counted: Counted?

    package struct Counted: Sendable, Hashable {
      package let counter: Cost.Counter
      package let most: Int

      package init(_ counter: Cost.Counter, _ most: Int) {
        self.counter = counter
        self.most = most
      }
    }

    package init(trials: Int, counted: Counted? = nil) {
      self.trials = max(1, trials)
      self.counted = counted
    }
  }

  /// A knob of which trials can be given more or less.
  package struct BoughtKnob: Sendable {
    package let knob: any AnyKnob
    package let resource: Resource

    package init(_ knob: any AnyKnob, _ resource: Resource) {
      self.knob = knob
      self.resource = resource
    }
  }

  package let plan: Plan

  /// Everything that was tried, in order.
  package private(set) var trials: [StudyTrial] = []
  private let strategy: any Strategy
  private let cube: Cube
  private var observations: [Observation] = []
  private var spent = Cost()

  /// - Parameter trials: what was tried before.
  package init(_ plan: Plan, trials: [StudyTrial] = []) {
    self.plan = plan
    cube = plan.space.cube
    strategy = plan.strategy.init(
      Search(
        cube, budget: plan.budget.trials, seed: plan.seed,
        resource: plan.resource?.resource ?? Resource()))
    for trial in trials { take(trial) }
  }

  /// Whether nothing more may be tried.
  package var isSpent: Bool {
    guard trials.count < plan.budget.trials else { return true }
    guard let counted = plan.budget.counted else { return false }
    return spent[counted.counter] >= counted.most
  }

  /// Tries what the strategy proposes next, side by side.
  ///
  /// - Parameter done: is called after every run, from several threads.
  /// - Returns: the trials that were added, in order; none once there is no more to try.
  package mutating func advance(_ done: @escaping @Sendable () -> Void = {}) async
    -> ArraySlice<StudyTrial>
  {
    let before = trials.count
    guard !isSpent else { return [] }
    let proposals = strategy.propose(after: observations).prefix(plan.budget.trials - before)
    let settings = proposals.compactMap(settings)
    let runs = settings.flatMap { settings in
      (0..<plan.repeats).map {
        Run(plan.simulation, settings, seed: plan.seed &+ UInt64($0))
      }
    }
    let metrics = plan.objective.metrics
    let read = await runs.reading { outcome in
      done()
      return Reading(values: metrics.map { outcome[$0] }, cost: outcome.cost)
    }
    for (place, settings) in settings.enumerated() where !isSpent {
      let start = place * plan.repeats
      take(trial(settings, read[start..<start + plan.repeats]))
    }
    return trials[before...]
  }

  /// Tries until the budget is spent or the strategy has no more to propose.
  package mutating func run() async {
    while await !advance().isEmpty {}
  }

  /// What is kept of a run.
  private struct Reading: Sendable {
    let values: [Double?]
    let cost: Cost
  }

  /// The settings that a proposal stands for: those that were tried at its point before, if any were.
  private func settings(_ proposal: Proposal) -> Settings? {
    let before = plan.resource == nil ? nil : observations.firstIndex { $0.point == proposal.point }
    var settings =
      before.map { trials[$0].settings }
      ?? plan.space.settings(at: proposal.point)?.rounded(plan.space)
    guard let bought = plan.resource else { return settings }
    let amount = proposal.resource.rounded()
    let value: SettingValue
    switch bought.knob.domain {
    case .integer: value = .integer(Int(min(max(amount, -0x1p53), 0x1p53)))
    default: value = .real(proposal.resource)
    }
    guard (try? settings?.turn(bought.knob.name, to: value)) != nil else { return nil }
    return settings
  }

  private func trial(_ settings: Settings, _ runs: ArraySlice<Reading>) -> StudyTrial {
    let medians = plan.objective.metrics.indices.map { place in
      // What is not finite has no form in a file, and is no better than nothing.
      Median.of(runs.map { $0.values[place] }).flatMap { $0.isFinite ? $0 : nil }
    }
    return StudyTrial(
      number: trials.count + 1, settings: settings, value: medians[0],
      excesses: zip(plan.objective.constraints, medians.dropFirst()).map { $0.excess($1) },
      seed: plan.seed, cost: runs.reduce(Cost()) { $0 + $1.cost })
  }

  private mutating func take(_ trial: StudyTrial) {
    trials.append(trial)
    spent = spent + trial.cost
    observations.append(observation(of: trial))
  }

  /// How a trial did, as the strategy is told.
  private func observation(of trial: StudyTrial) -> Observation {
    Observation(
      cube.settled(plan.space.point(of: trial.settings)),
      loss: plan.objective.loss(trial.value), excesses: trial.excesses,
      resource: plan.resource.flatMap { trial.settings[$0.knob.name]?.number } ?? 1)
  }

  /// How much of the differences between all trials each of the space's knobs explains by itself; nil
  /// where that cannot be said.
  package var importance: [Double]? { Importance.shares(observations) }

  /// The loss of the best up to every trial, of those that were given the most and keep the constraints;
  /// nil before there is one.
  package var bestSoFar: [Double?] {
    let most = observations.map(\.resource).max() ?? 1
    var best: Observation?
    return observations.map { observation in
      if observation.resource == most, observation.isFeasible, observation.loss != nil,
        best.map(observation.isBetter) ?? true
      {
        best = observation
      }
      return best?.loss
    }
  }

  /// The values of the metric under the best settings on seeds that the study has not met, so many.
  package func fresh(_ count: Int, _ done: @escaping @Sendable () -> Void = {}) async -> [Double?] {
    guard let best else { return [] }
    let first = plan.seed &+ UInt64(plan.repeats)
    let runs = (0..<count).map {
      Run(plan.simulation, best.settings, seed: first &+ UInt64($0))
    }
    let metric = plan.objective.metric
    return await runs.reading { outcome in
      done()
      return outcome[metric]
    }
  }

  /// The best trial of those that were given the most, the first of equals; nil if none has a value and
  /// keeps the constraints.
  package var best: StudyTrial? { ranked.first }

  /// The trials that were given the most, have a value and keep the constraints, the best first.
  package var ranked: [StudyTrial] {
    let most = observations.map(\.resource).max() ?? 1
    let places = observations.indices.filter { place in
      let observation = observations[place]
      return observation.resource == most && observation.isFeasible && observation.loss != nil
    }
    let order = places.map { observations[$0] }.best(places.count)
    return order.map { trials[places[$0]] }
  }
}

extension Settings {
  /// The settings with the real numbers that a space turned rounded, so that they can be read and typed:
  /// to four digits, and as many more as it takes to tell ten thousand values of a range apart.
  fileprivate func rounded(_ space: SearchSpace) -> Settings {
    var settings = self
    for knob in space.knobs {
      guard case .real(let range, _) = knob.domain, case .real(let value)? = self[knob.name] else {
        continue
      }
      let width = range.upperBound - range.lowerBound
      let size = max(abs(range.lowerBound), abs(range.upperBound))
      let digits = (4..<17).first { digits in
        width <= 0 || size / width < (4..<digits).reduce(10) { power, _ in power * 10 }
      }
      let rounded = NumberText.rounded(value, digits: digits ?? 17)
      let inside = min(max(rounded, range.lowerBound), range.upperBound)
      try? settings.turn(knob.name, to: .real(inside))
    }
    return settings
  }
}
