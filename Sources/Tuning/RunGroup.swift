import Experiments

/// Runs that are made at once.
struct RunGroup: Sendable {
  /// The most runs that share their work: beyond that little is spared, and other cores idle.
  private static let most = 32

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
