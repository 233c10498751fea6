import Experiments
import Numerics

@testable import Simulations

extension BestOfMany: Claiming {
  static let claims = [
    Claim(flattering) { run in
      let gap = gap(run)
      return gap > 0.05 - 0.006 ? nil : "the best is \(gap) above the true score"
    },
    Claim(sober) { run in
      let gap = gap(run)
      return gap < 0.05 + 0.006 ? nil : "the best is \(gap) above the true score"
    },
    Claim(likelyGood) { run in
      let share = share(run)
      return share > 0.8 - 0.05 ? nil : "a good one in \(share) of the draws"
    },
    Claim(likelyMissed) { run in
      let share = share(run)
      return share < 0.8 + 0.05 ? nil : "a good one in \(share) of the draws"
    },
  ]

  /// How far the best score is above that on other rows, over other seeds.
  private static func gap(_ run: ClaimedRun) -> Double {
    let others = run.seeds(8)
    let sum = others.map { $0[bestScore] ?? .nan }.reduce(0, +)
    return sum / Double(others.count) - 0.5
  }

  /// How often one of so many draws is in the best twentieth.
  private static func share(_ run: ClaimedRun) -> Double {
    var stream = RandomStream(seed: run.seed, "ranks")
    let draws = 2000
    let found = (0..<draws).filter { _ in
      (0..<run[settings]).reduce(false) { hit, _ in stream.uniform() < 0.05 || hit }
    }
    return Double(found.count) / Double(draws)
  }
}
