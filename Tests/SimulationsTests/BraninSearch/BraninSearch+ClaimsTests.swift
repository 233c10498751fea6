import Experiments
import Numerics

@testable import Simulations

extension BraninSearch: Claiming {
  static let claims = [
    Claim(beatsRandom) { run in
      let random = randomMean(run)
      let regret = run[regret] ?? .nan
      return regret < 1.15 * random ? nil : "\(regret) where random looks leave \(random)"
    },
    Claim(losesToRandom) { run in
      let random = randomMean(run)
      let regret = run[regret] ?? .nan
      return regret > 0.85 * random ? nil : "\(regret) where random looks leave \(random)"
    },
  ]

  /// What 4,000 searches of random looks leave.
  private static func randomMean(_ run: ClaimedRun) -> Double {
    var stream = RandomStream(seed: run.seed, "looks of a claim")
    var sum = 0.0
    for _ in 0..<4000 {
      var best = Double.infinity
      for _ in 0..<run[looks] {
        let (x, y) = (stream.uniform(), stream.uniform())
        best = min(best, BraninSurface.value(x, y))
      }
      sum += best - 0.397887
    }
    return sum / 4000
  }
}
