import Experiments
import Foundation

@testable import Simulations

extension DropoutMasks: Claiming {
  static let claims = [
    Claim(nothingDropped) { run in
      let errors = [sampledError, enumeratedError, evaluationError].compactMap { run[$0] }
      return errors.allSatisfy { abs($0 - 0.25) < 1e-9 } ? nil : "\(errors), all should be 1/4"
    },
    Claim(exactPenalty) { run in
      // k features of mean square 1 and weight 1/k.
      let (p, k) = (run[dropout], Double(run[features]))
      let penalty = p / (1 - p) / k
      let found = (run[enumeratedError] ?? 0) - 0.25
      if abs(found / penalty - 1) > 1e-9 { return "\(found) of all masks, \(penalty) by hand" }
      // As many as are kept make the prediction as high: the binomial distribution, by hand.
      let kept = (0...run[features]).map { count in
        (chance: binomial(run[features], count, 1 - p), error: error(Double(count) / (k * (1 - p))))
      }
      let mean = kept.reduce(0) { $0 + $1.chance * $1.error }
      if abs(mean / (0.25 + penalty) - 1) > 1e-9 { return "\(mean) is the mean of all masks" }
      let square = kept.reduce(0) { $0 + $1.chance * ($1.error - mean) * ($1.error - mean) }
      let spread = (square / Double(run[samples])).squareRoot()
      let off = abs((run[sampledError] ?? 0) - mean)
      // A mask that is rarer than one in all that are sampled is seldom among them.
      let rarest = (kept.map(\.chance).filter { $0 > 0 }.min() ?? 0) * Double(run[samples])
      return off <= 5 * spread + 1e-9 || rarest < 1 ? nil : "the sampled masks are \(off) off"
    },
    Claim(allDropped) { run in
      let errors = [sampledError, enumeratedError].compactMap { run[$0] }
      return errors.allSatisfy { abs($0 - 1.25) < 1e-9 } ? nil : "\(errors), both should be 5/4"
    },
    Claim(unbiased) { run in
      let (p, k) = (run[dropout], Double(run[features]))
      let expected = p < 1 ? 1.0 : 0
      if abs((run[expectedMask] ?? .nan) - expected) > 1e-9 { return "the mean is \(expected)" }
      guard p < 1 else { return nil }
      let means = run.seeds(4).compactMap { $0[sampledMask] }
      let mean = means.reduce(0, +) / 4
      let spread = (p / (1 - p) / (4 * k * Double(run[samples]))).squareRoot()
      let rare = (1 - p) * 4 * k * Double(run[samples]) < 10
      return abs(mean - 1) <= 5 * spread || rare ? nil : "\(mean) on other seeds"
    },
  ]

  /// The error where the wave of mean square 1 is predicted so many times too high.
  private static func error(_ height: Double) -> Double { (1 - height) * (1 - height) + 0.25 }

  private static func binomial(_ count: Int, _ chosen: Int, _ chance: Double) -> Double {
    let ways = (0..<chosen).reduce(1.0) { $0 * Double(count - $1) / Double($1 + 1) }
    return ways * pow(chance, Double(chosen)) * pow(1 - chance, Double(count - chosen))
  }
}
