import Experiments

@testable import Simulations

extension ConfidentMistake: Claiming {
  static let claims = [
    Claim(vanishing) { run in
      let share = try shareOfCrossEntropy(run)
      return share < 0.1 ? times(run) : "the gradient is \(share) of cross-entropy's"
    },
    Claim(weaker) { run in
      let share = try shareOfCrossEntropy(run)
      return share >= 0.1 && share < 1 ? times(run) : "\(share) of cross-entropy's gradient"
    },
    Claim(steady) { run in
      let surer = try run.turning(logOdds, to: run[logOdds] + 0.5)[gradientAtStart] ?? 0
      let isTop = run[logOdds] >= 9.99
      return isTop || surer > run[gradientAtStart] ?? 0 ? times(run) : "\(surer) where it is surer"
    },
  ]

  /// The first gradient over that of cross-entropy.
  private static func shareOfCrossEntropy(_ run: ClaimedRun) throws -> Double {
    let other = try run.turning((rule.name, Rule.crossEntropy.settingValue))
    return (run[gradientAtStart] ?? .nan) / (other[gradientAtStart] ?? .nan)
  }

  /// Where steps are said to be taken by theory, so many are taken, within a tenth and one.
  private static func times(_ run: ClaimedRun) -> String? {
    guard run.finding.message.contains("by theory"),
      let told = run[predictedSteps], let taken = run[stepsToEvenChance]
    else { return nil }
    return abs(told - taken) <= 0.1 * taken + 1 ? nil : "\(told) are told, \(taken) taken"
  }
}
