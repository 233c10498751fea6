import Experiments
import Numerics

@testable import Simulations

extension PopulationDiversity: Claiming {
  static let claims = [
    Claim(noBetter) { run in
      let (regret, random) = regrets(run)
      return regret > 0.8 * random ? nil : "\(regret), random \(random)"
    },
    Claim(converged) { run in
      let (regret, random) = regrets(run)
      let apart = apart(run)
      return regret < random && apart < 0.033
        ? nil : "\(regret), random \(random), \(apart) apart"
    },
    Claim(searching) { run in
      let (regret, random) = regrets(run)
      let apart = apart(run)
      return regret < random && apart > 0.027
        ? nil : "\(regret), random \(random), \(apart) apart"
    },
  ]

  private static func apart(_ run: ClaimedRun) -> Double {
    run.seeds(3).reduce(0) { $0 + ($1[diversity] ?? .nan) / 3 }
  }

  /// What searches leave on other seeds, and what as many random places do, drawn anew.
  private static func regrets(_ run: ClaimedRun) -> (Double, Double) {
    let found = run.seeds(3).reduce(0) { $0 + ($1[regret] ?? .nan) / 3 }
    let searches = 600
    var random = 0.0
    for number in 0..<searches {
      var stream = RandomStream(seed: run.seed, "claim", number)
      random += (0..<run[evaluations]).reduce(.infinity) { lowest, _ in
        min(
          lowest,
          (0..<run[dimensions]).reduce(0) { sum, _ in sum + DentedBowl.height(stream.uniform()) })
      }
    }
    return (found, random / Double(searches))
  }
}
