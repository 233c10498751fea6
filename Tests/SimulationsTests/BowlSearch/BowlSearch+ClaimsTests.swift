import Experiments
import Numerics

@testable import Simulations

extension BowlSearch: Claiming {
  static let claims = [
    Claim(farAhead) { run in
      let ratio = ratio(run)
      return ratio < 0.1 * 1.35 ? nil : "\(ratio) of what random looks leave"
    },
    Claim(ahead) { run in
      let ratio = ratio(run)
      return ratio > 0.1 * 0.65 && ratio < 1.35 ? nil : "\(ratio) of what random looks leave"
    },
    Claim(behind) { run in
      let ratio = ratio(run)
      return ratio > 0.7 ? nil : "\(ratio) of what random looks leave"
    },
  ]

  /// The regret over what 1,000 searches of random looks leave of the same bowl.
  private static func ratio(_ run: ClaimedRun) -> Double {
    var bowls = RandomStream(seed: run.seed, "bowl")
    let bowl = Bowl(dimensions: run[dimensions], ripples: run[ripples], &bowls)
    var stream = RandomStream(seed: run.seed, "looks of a claim")
    var sum = 0.0
    for _ in 0..<1000 {
      var best = Double.infinity
      for _ in 0..<run[looks] {
        best = min(best, bowl.value((0..<run[dimensions]).map { _ in stream.uniform() }))
      }
      sum += best
    }
    return (run[regret] ?? .nan) / (sum / 1000)
  }
}
