import Experiments
import Numerics

@testable import Simulations

extension ExpectedImprovement: Claiming {
  static let claims = [
    Claim(safe) { run in
      let (gain, share) = looks(run)
      return gain > 0.1 - 0.02 && share > 0.5 - 0.03 ? nil : "\(gain) in \(share)"
    },
    Claim(bold) { run in
      let (gain, share) = looks(run)
      return gain > 0.1 - 0.02 && share < 0.5 + 0.03 ? nil : "\(gain) in \(share)"
    },
    Claim(modest) { run in
      let (gain, share) = looks(run)
      return gain < 0.1 + 0.02 ? nil : "\(gain) in \(share)"
    },
  ]

  /// Looks of another stream: what they gain, and how often.
  private static func looks(_ run: ClaimedRun) -> (gain: Double, share: Double) {
    var stream = RandomStream(seed: run.seed, "looks of a claim")
    var (sum, count) = (0.0, 0)
    let all = 20_000
    for _ in 0..<all {
      let value = stream.normal(mean: run[mean], deviation: run[deviation])
      let gain = 0 - run[margin] - value
      if gain > 0 { (sum, count) = (sum + gain, count + 1) }
    }
    return (sum / Double(all), Double(count) / Double(all))
  }
}
