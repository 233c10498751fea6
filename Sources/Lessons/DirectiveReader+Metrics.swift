import Experiments

extension DirectiveReader {
  /// The metrics that `metrics` names, each by the name it has now.
  ///
  /// What holds the theory of another metric stands beside that one, and so stands for it.
  func metrics(_ fields: [Field], of simulation: any Simulation.Type, _ faults: inout Faults)
    -> [String]
  {
    var metrics: [String] = []
    for field in fields.flatMap(\.members) {
      guard let metric = metric(field, of: simulation, &faults) else { continue }
      let shown = simulation.shown(as: metric).name
      if metrics.contains(shown) {
        faults.add(field, "metric \(shown) is shown twice; keep one")
      } else {
        metrics.append(shown)
      }
    }
    return metrics
  }
}
