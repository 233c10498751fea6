import Experiments
import Learning
import Numerics

@testable import Simulations

extension RateSchedule: Claiming {
  static let claims = [
    Claim(beatsEveryConstant) { run in
      let (here, least) = (expected(run), leastOfConstants(run))
      return here < least ? nil : "a constant rate leaves \(least)"
    },
    Claim(bestConstant) { run in
      let (here, least) = (expected(run), leastOfConstants(run))
      return here <= 1.05001 * least ? nil : "a constant rate leaves \(least)"
    },
    Claim(startRemains) { run in
      let (here, least) = (expected(run), leastOfConstants(run))
      if here <= least { return "no constant rate leaves less than \(least)" }
      let more = expected(run) { _, rate in rate * 1.05 }
      return more < here ? nil : "higher rates leave \(more)"
    },
    Claim(noiseRemains) { run in
      let (here, least) = (expected(run), leastOfConstants(run))
      if here <= least { return "no constant rate leaves less than \(least)" }
      guard run.finding.message.contains("too high") else { return nil }
      let lower = expected(run) { _, rate in rate * 0.98 }
      return lower < here ? nil : "lower rates leave \(lower)"
    },
  ]

  /// The expected square of w at rates that are changed a little.
  private static func expected(
    _ run: ClaimedRun, changed: (Int, Double) -> Double = { $1 }
  ) -> Double {
    let plan = run[schedule].schedule(
      rate: run[learningRate], steps: run[steps], dropAt: run[dropAt])
    return square(run, (0..<run[steps]).map { changed($0, plan.rate(at: $0)) })
  }

  /// The mean of w², carried from step to step as one number.
  private static func square(_ run: ClaimedRun, _ rates: [Double]) -> Double {
    let (curvature, noise) = (run[curvature], run[noise] * run[noise])
    return rates.reduce(25) { square, rate in
      let kept = 1 - rate * curvature
      return kept * kept * square + rate * rate * noise
    }
  }

  /// The least of 400 constant rates between 0 and the edge 2/λ.
  private static func leastOfConstants(_ run: ClaimedRun) -> Double {
    let (curvature, noise, steps) = (run[curvature], run[noise] * run[noise], run[steps])
    return Spacing.values(400, over: 1e-4...2, .log).map { share in
      // The same at every step, in place of `square` of as many.
      let rate = share / curvature
      let (kept, added) = ((1 - rate * curvature) * (1 - rate * curvature), rate * rate * noise)
      var (square, left) = (25.0, steps)
      while left > 0 {
        square = kept * square + added
        left -= 1
      }
      return square
    }.min() ?? .infinity
  }
}
