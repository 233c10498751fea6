import Experiments

@testable import Simulations

extension WeightShrinkage: Claiming {
  static let claims = [
    Claim(tooLittle) { run in
      let best = best(run)
      guard run[alpha] < best else { return "\(best) is the best" }
      return try eased(run, best)
    },
    Claim(tooMuch) { run in
      let best = best(run)
      guard run[alpha] > best else { return "\(best) is the best" }
      return try eased(run, best)
    },
    Claim(nearBest) { run in
      let fits = RidgeFits(
        decay: run[alpha], examples: run[trainingSize], noise: run[noise], count: 2048,
        seed: run.seed &+ 1)
      let (here, best) = (
        fits.trueLoss(decay: run[alpha]), fits.trueLoss(decay: best(run))
      )
      return here < 1.13 * best ? nil : "measured \(here), \(best) at the best"
    },
    Claim(freedom) { run in
      let sum = [4, 1, 0.25, 0.06, 0.015].reduce(0) { $0 + $1 / ($1 + run[alpha]) }
      if abs(sum - (run[predictedDegrees] ?? 0)) > 1e-9 { return "\(sum) by theory" }
      let others = run.seeds(3).compactMap { $0[degrees] } + [run[degrees] ?? 0]
      let mean = others.reduce(0, +) / 4
      return abs(mean / sum - 1) < 0.15 ? nil : "\(mean) measured, \(sum) by theory"
    },
  ]

  /// All true weights are 0.6, so that one decay is best in every direction: σ²/(n · 0.36).
  private static func best(_ run: ClaimedRun) -> Double {
    run[noise] * run[noise] / (Double(run[trainingSize]) * 0.36)
  }

  /// Whether the best decay has the lower loss in the fits themselves.
  private static func eased(_ run: ClaimedRun, _ best: Double) throws -> String? {
    let remedied = try run.turning(alpha, to: best)
    let (here, there) = (run[trueLoss] ?? 0, remedied[trueLoss] ?? 0)
    return there < here ? nil : "measured \(here), \(there) at the best"
  }
}
