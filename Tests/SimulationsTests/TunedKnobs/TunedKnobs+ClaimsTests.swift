import Experiments

@testable import Simulations

extension TunedKnobs: Claiming {
  static let claims = [
    Claim(tooFew) { run in
      let losses = losses(run)
      let (own, other) = (losses[run[tuned] - 1], losses.dropFirst(run[tuned]).min() ?? .infinity)
      return other < own ? nil : "\(own), and \(other) with more knobs"
    },
    Claim(tooMany) { run in
      let losses = losses(run)
      let (own, other) = (losses[run[tuned] - 1], losses.prefix(run[tuned] - 1).min() ?? .infinity)
      return other < own ? nil : "\(own), and \(other) with fewer knobs"
    },
    Claim(balanced) { run in
      let losses = losses(run)
      let (own, other) = (losses[run[tuned] - 1], losses.min() ?? .infinity)
      return other > 0.88 * own ? nil : "\(own), and \(other) with other knobs"
    },
    Claim(harmful) { run in
      let (own, none) = (losses(run)[run[tuned] - 1], run[untunedLoss] ?? .nan)
      return own > 0.98 * none ? nil : "\(own), and \(none) without a search"
    },
  ]

  /// The loss by number of tuned knobs, from other searches: 16 times as many.
  private static func losses(_ run: ClaimedRun) -> [Double] {
    let weights = (0..<all).map(run[weights].weight)
    let tables = (1...16).map { number in
      KnobResult.whole(
        KnobSearch(weights, seed: run.seed &+ 7919 &* UInt64(number))
          .losses(upTo: run[trials])[run[trials] - 1], weights)
    }
    return weights.indices.map { knob in tables.reduce(0) { $0 + $1[knob] } / 16 }
  }
}
