import Experiments
import Numerics

@testable import Simulations

extension OneFifthRule: Claiming {
  static let claims = [
    Claim(tooLong) { run in
      // Of steps that are a fiftieth as long far more would succeed.
      let (here, other) = successes(run, factor: 0.02)
      return other > 2 * here && here < 0.06
        ? nil : "\(here) succeed, \(other) of steps a fiftieth as long"
    },
    Claim(tooShort) { run in
      let (here, other) = successes(run, factor: 10)
      return other < here && here > 0.35
        ? nil : "\(here) succeed, \(other) of steps ten times as long"
    },
    Claim(inStep) { run in
      let (here, _) = successes(run, factor: 1)
      return here > 0.02 && here < 0.45 ? nil : "\(here) succeed"
    },
  ]

  /// The share of single steps that succeed, of the lengths met in the second half on other seeds, and of
  /// as many that are longer or shorter by a factor.
  private static func successes(_ run: ClaimedRun, factor: Double) -> (Double, Double) {
    var (here, other, count) = (0.0, 0.0, 0.0)
    let outcomes = (1...3).map { SphereSearches(run.settings, seed: run.seed &+ 7919 &* $0) }
    for searches in outcomes {
      here += searches.success / 3
      for time in stride(from: searches.steps / 2, to: searches.steps, by: searches.steps / 8) {
        let step = Double(searches.dimensions) * scale(searches, time) * factor
        other += SphereTrials(step: step, dimensions: searches.dimensions, seed: run.seed).success
        count += 1
      }
    }
    return (here, other / count)
  }

  private static func scale(_ searches: SphereSearches, _ time: Int) -> Double {
    Elementary.exp(searches.deviations[time] - searches.distances[time])
  }
}
