import Experiments
import Numerics

@testable import Simulations

extension RepeatedLook: Claiming {
  static let claims = [
    Claim(overconfident) { run in
      let ratio = ratio(run)
      return ratio > 2 * 0.9 ? nil : "off by \(ratio) times what it claims"
    },
    Claim(honest) { run in
      let ratio = ratio(run)
      return ratio < 2 * 1.1 && ratio > 0.5 * 0.9 ? nil : "off by \(ratio) times what it claims"
    },
    Claim(timid) { run in
      let ratio = ratio(run)
      return ratio < 0.5 * 1.1 ? nil : "off by \(ratio) times what it claims"
    },
  ]

  /// How far off a shrunken mean is over what is claimed, in values of another stream.
  private static func ratio(_ run: ClaimedRun) -> Double {
    var stream = RandomStream(seed: run.seed, "values of a claim")
    let count = Double(run[looks])
    var sum = 0.0
    for _ in 0..<3000 {
      let value = stream.normal()
      var total = 0.0
      for _ in 0..<run[looks] { total += value + run[noise] * stream.normal() }
      let error = total / (count + run[assumedNoise]) - value
      sum += error * error
    }
    return (sum / 3000).squareRoot() / (run[claimedError] ?? .nan)
  }
}
