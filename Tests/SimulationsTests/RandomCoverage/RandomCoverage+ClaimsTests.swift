import Experiments
import Numerics

@testable import Simulations

extension RandomCoverage: Claiming {
  static let claims = [
    Claim(enough) { run in
      let chance = chance(run)
      return chance >= 0.95 - 0.01 ? nil : "\(chance) of other searches hit"
    },
    Claim(tooFew) { run in
      let chance = chance(run)
      return chance < 0.95 + 0.01 ? nil : "\(chance) of other searches hit"
    },
    Claim(ranked) { run in
      // By the least of so many uniform numbers of its own.
      var stream = RandomStream(seed: run.seed, "ranks")
      let mean =
        (0..<4000).reduce(0.0) { sum, _ in
          sum + (0..<run[trials]).reduce(1) { least, _ in min(least, stream.uniform()) }
        } / 4000
      let (told, found) = (run[predictedBestRank] ?? 0, run[bestRank] ?? 0)
      if abs(mean / told - 1) > 0.1 { return "\(told), \(mean) drawn" }
      return abs(found / told - 1) < 0.2 ? nil : "\(found) measured, \(told)"
    },
  ]

  /// How many searches hit on other seeds, the region standing elsewhere.
  private static func chance(_ run: ClaimedRun) -> Double {
    run.seeds(8).compactMap { $0[hitShare] }.reduce(0, +) / 8
  }
}
