import Experiments

/// A simulation with everything it needs to run.
package struct Run: Sendable {
  package let simulation: any Simulation.Type
  package let settings: Settings
  package let seed: UInt64

  package init(_ simulation: any Simulation.Type, _ settings: Settings, seed: UInt64) {
    self.simulation = simulation
    self.settings = settings
    self.seed = seed
  }

  package func outcome() -> Outcome { simulation.run(settings, seed: seed) }
}

extension Run {
  /// What an outcome depends on: runs with one key are the same run.
  ///
  /// Whatever is kept, shared or compared by run goes by this key or by its text.
  package struct Key: Sendable, Hashable {
    package let simulation: String

    /// The knobs with their values, in the simulation's order.
    package let values: [Value]
    package let seed: UInt64

    /// A knob and where it stands.
    package struct Value: Sendable, Hashable {
      package let knob: String
      package let value: SettingValue
    }

    /// The key in words, which are the same for the same key and no other; a line each.
    package var text: String {
      (["simulation \(simulation)", "seed \(seed)"]
        + values.map { "\($0.knob) = \($0.value.text)" }).joined(separator: "\n")
    }
  }

  package var key: Key { key(without: []) }

  /// What remains of the key where some knobs do not count: those that share their work have it in
  /// common.
  func key(without free: Set<String>) -> Key {
    Key(
      simulation: simulation.name,
      values: settings.values.filter { !free.contains($0.name) }
        .map { Key.Value(knob: $0.name, value: $0.value) },
      seed: seed)
  }
}

extension [Run] {
  /// The outcomes of all runs in their order, found side by side.
  package func outcomes() async -> [Outcome] { await reading { $0 } }

  /// What is read off the outcome of every run, in their order; the outcomes are not kept.
  ///
  /// Runs are made side by side, those together that can share their work.
  package func reading<Value: Sendable>(_ read: @escaping @Sendable (Outcome) -> Value) async
    -> [Value]
  {
    if count < 2 { return map { read($0.outcome()) } }
    return await withTaskGroup(of: (RunGroup, [Value]).self) { tasks in
      for group in RunGroup.all(of: self) {
        tasks.addTask { (group, group.outcomes().map(read)) }
      }
      var found = [Value?](repeating: nil, count: count)
      for await (group, values) in tasks {
        for (place, value) in zip(group.places, values) { found[place] = value }
      }
      return found.compactMap { $0 }
    }
  }

  /// The values of some metrics in every run, in order, found side by side.
  package func values(of metrics: [Metric]) async -> [[Double?]] {
    await reading { outcome in metrics.map { outcome[$0] } }
  }
}

/// Runs that are made at once.
struct RunGroup: Sendable {
  /// The most runs that share their work: beyond that little is spared, and other cores idle.
  static let most = 32

  /// Where the runs stand among all.
  private(set) var places: [Int]
  private(set) var runs: [Run]

  /// Every run in one group, those together that can share their work.
  static func all(of runs: [Run]) -> [RunGroup] {
    var groups: [RunGroup] = []
    var open: [Run.Key: Int] = [:]
    for (place, run) in runs.enumerated() {
      if let simulation = run.simulation as? any SharingSimulation.Type {
        let key = run.key(without: Set(simulation.sharing.map(\.name)))
        if let group = open[key], groups[group].runs.count < most {
          groups[group].places.append(place)
          groups[group].runs.append(run)
          continue
        }
        open[key] = groups.count
      }
      groups.append(RunGroup(places: [place], runs: [run]))
    }
    return groups
  }

  func outcomes() -> [Outcome] {
    guard runs.count > 1, let first = runs.first,
      let simulation = first.simulation as? any SharingSimulation.Type
    else { return runs.map { $0.outcome() } }
    return simulation.runs(runs.map(\.settings), seed: first.seed)
  }
}
