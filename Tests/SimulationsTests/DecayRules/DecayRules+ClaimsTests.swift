import Experiments
import Foundation

@testable import Simulations

extension DecayRules: Claiming {
  static let claims = [
    Claim(proportional) { run in
      // What decay takes is its share of every weight on the way, the loss's steps aside.
      let path = DecayRun(
        rule: run[optimizer], decay: run[alpha], rate: run[learningRate], steps: run[steps],
        slope: run[slope]
      ).weights
      let share = run[learningRate] * run[alpha]
      let taken = path.dropLast().reduce(0) { $0 + share * $1 }
      return abs(taken - (run[decayed] ?? 0)) < 1e-9 ? nil : "\(taken) is the sum of the shares"
    },
    Claim(ignoresStrength) { run in
      for alpha in Spacing.values(6, over: 1e-4...10, .log) {
        let other = try run.turning(Self.alpha, to: alpha)[decayed] ?? 0
        let apart = abs(other - (run[decayed] ?? 0))
        if apart > 0.02 { return "alpha \(alpha) takes \(other)" }
      }
      return nil
    },
    Claim(drownedOut) { run in
      let here = adam(run, slope: run[slope])
      if abs(here - (run[decayed] ?? 0)) > 1e-9 { return "\(here) by another Adam" }
      let alone = adam(run, slope: 0)
      if here > 0.6 * alone { return "\(alone) without a slope, \(here) with it" }
      let louder = adam(run, slope: 4 * run[slope])
      return louder <= 0.6 * here ? nil : "\(louder) at four times the slope, \(here) here"
    },
    Claim(notDrowned) { run in
      let (here, alone) = (adam(run, slope: run[slope]), adam(run, slope: 0))
      let numbers = [here, alone].map { NumberText.significant($0) }
      if !numbers.allSatisfy(run.finding.message.contains) { return "\(numbers) by another Adam" }
      return run[alpha] >= run[slope] || here >= 0.49 * alone ? nil : "\(numbers)"
    },
  ]

  /// What L2 takes in Adam, beside a twin without it.
  private static func adam(_ run: ClaimedRun, slope: Double) -> Double {
    func end(_ alpha: Double) -> Double {
      var (weight, mean, square) = (1.0, 0.0, 0.0)
      for step in 1...run[steps] {
        let gradient = (step % 2 == 1 ? slope : -slope) + alpha * weight
        mean += 0.1 * (gradient - mean)
        square += 0.001 * (gradient * gradient - square)
        let size = (square / (1 - pow(0.999, Double(step)))).squareRoot() + 1e-8
        weight -= run[learningRate] * mean / (1 - pow(0.9, Double(step))) / size
      }
      return weight
    }
    return end(0) - end(run[alpha])
  }
}
