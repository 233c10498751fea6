import Experiments

@testable import Simulations

extension StepProgress: Claiming {
  static let claims = [
    Claim(tooShort) { run in
      let (here, longer) = progress(run, factor: 1.4)
      return longer > here ? nil : "\(here) here, \(longer) with longer steps"
    },
    Claim(tooLong) { run in
      let (here, shorter) = progress(run, factor: 1 / 1.4)
      return shorter > here ? nil : "\(here) here, \(shorter) with shorter steps"
    },
    Claim(goodStep) { run in
      for factor in [0.5, 2] {
        let (here, other) = progress(run, factor: factor)
        if other > 1.2 * here { return "\(here) here, \(other) at \(factor) times the step" }
      }
      return nil
    },
  ]

  /// Progress measured on other seeds in many dimensions, of which the words are, with a step and another.
  private static func progress(_ run: ClaimedRun, factor: Double) -> (Double, Double) {
    func mean(_ step: Double) -> Double {
      (1...4).reduce(0) {
        $0 + SphereTrials(step: step, dimensions: 200, seed: run.seed &+ 7919 &* $1).progress / 4
      }
    }
    return (mean(run[step]), mean(factor * run[step]))
  }
}
