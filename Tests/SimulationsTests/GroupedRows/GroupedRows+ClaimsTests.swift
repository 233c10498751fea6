import Experiments

@testable import Simulations

extension GroupedRows: Claiming {
  static let claims = [
    Claim(recognized) { run in
      let (parted, together) = accuracies(run)
      if abs(together - 0.5) > 0.12 { return "\(together) with people together" }
      return parted > 0.6 - 0.07 ? nil : "\(parted) on other data sets"
    },
    Claim(notRecognized) { run in
      let (parted, together) = accuracies(run)
      if abs(together - 0.5) > 0.12 { return "\(together) with people together" }
      return parted < 0.6 + 0.07 ? nil : "\(parted) on other data sets"
    },
  ]

  /// Both accuracies over other seeds.
  private static func accuracies(_ run: ClaimedRun) -> (parted: Double, together: Double) {
    let others = run.seeds(4)
    func mean(_ metric: Metric) -> Double { others.reduce(0) { $0 + ($1[metric] ?? .nan) } / 4 }
    return (mean(partedAccuracy), mean(togetherAccuracy))
  }
}
