/// A simulation whose runs can share work where they differ in some knobs alone.
///
/// Such knobs are read after the work that takes long, or the chance that it draws does not depend
/// on them. What is shared changes nothing: every outcome is what a run by itself gives.
package protocol SharingSimulation: Simulation {
  /// The knobs in which runs that share their work may differ.
  static var sharing: [any AnyKnob] { get }

  /// The outcomes under one seed of settings that differ in those knobs alone, in order.
  static func runs(_ all: [Settings], seed: UInt64) -> [Outcome]
}

extension SharingSimulation {
  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    runs([settings], seed: seed).first ?? Outcome()
  }
}

/// Runs that are made at once.
struct RunGroup: Sendable {
  /// The most runs that share their work: beyond that little is spared, and other cores idle.
  private static let most = 32

  /// Where the runs stand among all.
  private(set) var places: [Int]
  private(set) var runs: [Run]

  /// What runs that share their work have in common.
  private struct Key: Hashable {
    let simulation: String
    let seed: UInt64
    let values: [SettingValue]
  }

  /// Every run in one group, those together that can share their work.
  static func all(of runs: [Run]) -> [RunGroup] {
    var groups: [RunGroup] = []
    var open: [Key: Int] = [:]
    for (place, run) in runs.enumerated() {
      if let simulation = run.simulation as? any SharingSimulation.Type {
        let free = Set(simulation.sharing.map(\.name))
        let key = Key(
          simulation: simulation.name, seed: run.seed,
          values: run.settings.values.filter { !free.contains($0.name) }.map(\.value))
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
