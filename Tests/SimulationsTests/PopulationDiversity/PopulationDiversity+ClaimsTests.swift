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
    let (evaluations, dimensions) = (run[evaluations], run[dimensions])
    for number in 0..<searches {
      var stream = RandomStream(seed: run.seed, "claim", number)
      var lowest = Double.infinity
      var left = evaluations
      while left > 0 {
        left -= 1
        var (height, axis) = (0.0, 0)
        while axis < dimensions, height < lowest {
          height += DentedBowl.height(stream.uniform())
          axis += 1
        }
        // A place that is too high already is skipped; its other coordinates are nobody's.
        if height < lowest { lowest = height }
      }
      random += lowest
    }
    return (found, random / Double(searches))
  }
}
