import Experiments

@testable import Simulations

extension BitFlips: Claiming {
  static let claims = [
    Claim(tooTimid) { run in
      // A higher rate makes fewer copies, measured.
      let (here, higher) = try copies(run, factor: 1.5)
      return higher < here ? nil : "\(here) here, \(higher) at a higher rate"
    },
    Claim(tooWild) { run in
      let (here, lower) = try copies(run, factor: 1 / 1.5)
      // Where hardly any search ends in time there is nothing to tell.
      return lower < here || here > 4900 ? nil : "\(here) here, \(lower) at a lower rate"
    },
    Claim(aboutRight) { run in
      for factor in [0.25, 0.5, 2, 4] {
        let (here, other) = try copies(run, factor: factor)
        if other < here / 1.35 { return "\(here) here, \(other) at a rate of \(factor) times it" }
      }
      return nil
    },
    Claim(givenUp) { run in
      let outcomes = run.seeds(8)
      let share = outcomes.reduce(0) { $0 + ($1[found] ?? 1) } / 8
      let kept = outcomes.allSatisfy { ($0[evaluations] ?? 0) <= Double(mostCopies) }
      return share < 1 && kept ? nil : "\(share) of the searches are found"
    },
  ]

  /// Copies measured on other seeds, at the rate of a run and at another.
  private static func copies(_ run: ClaimedRun, factor: Double) throws -> (Double, Double) {
    let rate = min(max(run[mutationRate] * factor, 0.002), 0.5)
    func mean(_ rate: Double) -> Double {
      (1...8).reduce(0) { sum, seed in
        sum + BitSearches(length: run[length], rate: rate, seed: run.seed &+ 7919 &* seed).mean / 8
      }
    }
    return (mean(run[mutationRate]), mean(rate))
  }
}
