import Experiments
import Numerics

@testable import Simulations

extension BudgetCurve: Claiming {
  static let claims = [
    Claim(tooLow) { run in
      let short = shortfall(run)
      return short > 0.05 - chance ? nil : "\(short) too low by other draws"
    },
    Claim(nearly) { run in
      let short = shortfall(run)
      return short <= 0.05 + chance ? nil : "\(short) too low by other draws"
    },
    Claim(untold) { run in
      run[trials] > run[made] && run[notReplaced] == nil && run[notReplacedError] == nil
        ? nil : "\(run[made]) made, \(run[trials]) asked about"
    },
  ]

  /// How far a mean of 8000 draws may be off.
  private static let chance = 0.04

  /// The best of so many new scores less the best of so many drawn from a set, drawn and not told.
  private static func shortfall(_ run: ClaimedRun) -> Double {
    var stream = RandomStream(seed: run.seed, "claim")
    var sum = 0.0
    for _ in 0..<8000 {
      let scores = (0..<max(run[made], run[trials])).map { _ in stream.normal() }
      let best = scores.prefix(run[trials]).max() ?? 0
      let told =
        (0..<run[trials]).map { _ in
          scores[min(Int(stream.uniform() * Double(run[made])), run[made] - 1)]
        }.max() ?? 0
      sum += best - told
    }
    return sum / 8000
  }
}
