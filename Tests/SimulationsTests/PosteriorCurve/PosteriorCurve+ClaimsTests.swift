import Experiments
import Numerics

@testable import Simulations

extension PosteriorCurve: Claiming {
  static let claims = [
    Claim(tooRough) { run in
      let best = try mostLikely(run, 1)
      return best > 1 - 0.02 ? nil : "the best longer one is e^\(best) times as likely"
    },
    Claim(tooSmooth) { run in
      let best = try mostLikely(run, -1)
      return best > 1 - 0.02 ? nil : "the best shorter one is e^\(best) times as likely"
    },
    Claim(plausible) { run in
      let best = max(try mostLikely(run, 1), try mostLikely(run, -1))
      return best < 1 + 0.02 ? nil : "another is e^\(best) times as likely"
    },
  ]

  /// By how much the likeliest length-scale beyond this one is likelier, looked for by ever finer steps.
  private static func mostLikely(_ run: ClaimedRun, _ direction: Double) throws -> Double {
    let here = run[stepwiseLikelihood] ?? .nan
    var best = -Double.infinity
    for step in 1...400 {
      let length = run[lengthScale] * Elementary.exp(direction * Double(step) * 0.012)
      guard length >= 0.02, length <= 2 else { break }
      let outcome = try run.turning(lengthScale, to: length)
      best = max(best, (outcome[stepwiseLikelihood] ?? -.infinity) - here)
    }
    return best
  }
}
