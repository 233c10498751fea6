import Experiments
import Learning

@testable import Simulations

extension TuningContest: Claiming {
  static let claims = [
    Claim(overrated) { run in
      let (found, promised) = try foundElsewhere(run)
      return found < promised + 0.02 ? nil : "\(found) is found elsewhere, \(promised) was promised"
    },
    Claim(asPromised) { run in
      let (found, promised) = try foundElsewhere(run)
      return found > promised - 0.15 ? nil : "\(found) is found elsewhere, of \(promised)"
    },
    Claim(realData) { run in
      run.finding.message.contains("Alpaydin") && Digits.dataset.rows == 300 ? nil : "whose?"
    },
  ]

  /// The mean test accuracy of what was submitted, on sixteen splits that the run did not have.
  private static func foundElsewhere(_ run: ClaimedRun) throws -> (found: Double, promised: Double)
  {
    let search = TuningSearch(
      run[procedure], trials: run[trials], judge: run[judge], labelNoise: run[labelNoise],
      seed: run.seed)
    let plan = search.tried[search.submitted].plan
    let found = (1...16 as ClosedRange<UInt64>).reduce(0.0) { sum, seed in
      let seed = run.seed &+ 7_919 &* seed
      return sum + TunedTraining(plan, RunData(plan, seed: seed), seed: seed).testAccuracy / 16
    }
    return (found, run[promisedAccuracy] ?? .nan)
  }
}
