import Experiments

@testable import Simulations

extension FairComparison: Claiming {
  static let claims = [
    Claim(reliable) { run in
      let share = shareElsewhere(run)
      return share > 0.95 - 0.02 ? nil : "elsewhere it is ahead in \(share)"
    },
    Claim(unreliable) { run in
      let share = shareElsewhere(run)
      return share < 0.95 + 0.02 ? nil : "elsewhere it is ahead in \(share)"
    },
  ]

  /// The share of comparisons of eight other seeds that come out right.
  private static func shareElsewhere(_ run: ClaimedRun) -> Double {
    run.seeds(8).reduce(0) { $0 + ($1[right] ?? .nan) } / 8
  }
}
