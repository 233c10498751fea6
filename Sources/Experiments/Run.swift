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
  package func outcomes() async -> [Outcome] {
    if count < 2 { return map { $0.outcome() } }
    return await withTaskGroup(of: (Int, Outcome).self) { group in
      for (index, run) in enumerated() { group.addTask { (index, run.outcome()) } }
      var found = [Outcome](repeating: Outcome(), count: count)
      for await (index, outcome) in group { found[index] = outcome }
      return found
    }
  }
}
