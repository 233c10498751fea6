import Experiments

@testable import Simulations

extension CrossValidation: Claiming {
  static let claims = [
    Claim(pessimistic) { run in
      let (estimate, truth) = means(run)
      return estimate > 1.05 * truth - 0.03 ? nil : "\(estimate) estimated, \(truth) true"
    },
    Claim(nearlyUnbiased) { run in
      let (estimate, truth) = means(run)
      return estimate < 1.05 * truth + 0.03 ? nil : "\(estimate) estimated, \(truth) true"
    },
    Claim(notThisModel) { run in
      let others = run.seeds(4).compactMap { $0[correlation] }
      let mean = others.reduce(0, +) / Double(others.count)
      // Data sets whose own estimate is low have no better model for it.
      let estimates = FoldEstimates(
        folds: run[folds], rows: run[rows], features: run[features], seed: run.seed)
      let pairs = zip(estimates.estimates, estimates.trueErrors).sorted { $0.0 < $1.0 }
      let (low, high) = (pairs.prefix(128).map(\.1), pairs.suffix(128).map(\.1))
      let gap = Spread(low).mean - Spread(high).mean
      let spread = Spread(estimates.trueErrors).deviation / 8
      if abs(gap) > 5 * spread { return "models of low estimates are \(gap) worse" }
      return abs(mean) < 0.2 ? nil : "correlations of \(others)"
    },
  ]

  /// What was estimated and what was true, over other seeds.
  private static func means(_ run: ClaimedRun) -> (estimate: Double, truth: Double) {
    let others = run.seeds(6)
    func mean(_ metric: Metric) -> Double {
      others.reduce(0) { $0 + ($1[metric] ?? .nan) } / Double(others.count)
    }
    return (mean(foldsError), mean(trueError))
  }
}
