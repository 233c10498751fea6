import Experiments
import Testing

@testable import Simulations

/// That what runs share changes nothing.
@Suite struct SharedRunsTests {
  static let names = Catalog.all.simulations.compactMap { simulation in
    simulation is any SharingSimulation.Type ? simulation.name : nil
  }

  /// Defaults, and each of the knobs at three places of its range.
  private static func settings(_ simulation: any SharingSimulation.Type) throws -> [Settings] {
    var all = [simulation.defaults]
    for knob in simulation.sharing {
      for value in knob.domain.grid(3) {
        var settings = simulation.defaults
        try settings.turn(knob.name, to: value)
        all.append(settings)
      }
    }
    return all
  }

  @Test(arguments: names)
  func togetherTheyAreAsAlone(name: String) throws {
    let simulation = try #require(Catalog.all[name] as? any SharingSimulation.Type)
    let all = try Self.settings(simulation)
    let together = simulation.runs(all, seed: 6)
    #expect(together.count == all.count)
    for (settings, shared) in zip(all, together) {
      let alone = simulation.run(settings, seed: 6)
      #expect(shared.metrics == alone.metrics)
      #expect(shared.findings.map(\.message) == alone.findings.map(\.message))
      #expect(shared.cost == alone.cost)
    }
  }

  @Test func someDoShare() {
    #expect(Self.names.contains("rate-schedule") && Self.names.count >= 5)
  }
}
