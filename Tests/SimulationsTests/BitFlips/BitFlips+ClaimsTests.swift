import Experiments

@testable import Simulations

extension BitFlips: Claiming {
  static let claims = [
    Claim(tooTimid) { run in
      // A higher rate makes fewer copies, measured.
      let (here, higher) = (copies(run), copies(run, factor: 1.5))
      return higher < here ? nil : "\(here) here, \(higher) at a higher rate"
    },
    Claim(tooWild) { run in
      let (here, lower) = (copies(run), copies(run, factor: 1 / 1.5))
      // Where hardly any search ends in time there is nothing to tell.
      return lower < here || here > 4900 ? nil : "\(here) here, \(lower) at a lower rate"
    },
    Claim(aboutRight) { run in
      let here = copies(run)
      for factor in [0.25, 0.5, 2, 4] {
        let other = copies(run, factor: factor)
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

  /// Copies measured on other seeds, at so many times the rate of a run.
  private static func copies(_ run: ClaimedRun, factor: Double = 1) -> Double {
    let rate = min(max(run[mutationRate] * factor, 0.002), 0.5)
    return (1...8).reduce(0) { sum, seed in
      sum + BitSearches(length: run[length], rate: rate, seed: run.seed &+ 7919 &* seed).mean / 8
    }
  }
}
