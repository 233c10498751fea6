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
}
