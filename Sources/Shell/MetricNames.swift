import Exhibits
import Experiments
import Foundation

/// Metrics as they are named on a command line.
enum MetricNames {
  /// What stands for every metric.
  static let all = "all"

  /// The names of the metrics that are named, joined by commas; nil for all of them.
  ///
  /// One that holds the theory of another stands beside that one, and so stands for it.
  static func named(_ text: String, of simulation: any Simulation.Type) throws(Refusal)
    -> [String]?
  {
    if text == all { return nil }
    var names: [String] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.trimmingCharacters(in: .whitespaces)
      guard let metric = simulation.metric(name) else {
        let known = simulation.metrics.map(\.name) + [all]
        let remedy = NearestName.remedy(for: name, among: known)
        throw Refusal("no metric \(Quoted.text(name)) in \(simulation.name)\(remedy)")
      }
      let shown = simulation.shown(as: metric).name
      guard !names.contains(shown) else {
        throw Refusal("metric \(shown) is named twice; keep one")
      }
      names.append(shown)
    }
    return names
  }
}
