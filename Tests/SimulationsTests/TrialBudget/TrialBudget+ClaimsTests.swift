import Experiments

@testable import Simulations

extension TrialBudget: Claiming {
  static let claims = [
    Claim(tooFewTrials) { run in
      let (own, other) = try besides(run) { $0 > run[trials] }
      return other > 1.05 * own - 1e-9 ? nil : "\(own), and \(other) with more trials"
    },
    Claim(tooFewRows) { run in
      let (own, other) = try besides(run) { $0 < run[trials] }
      return other > 1.05 * own - 1e-9 ? nil : "\(own), and \(other) with fewer trials"
    },
    Claim(balanced) { run in
      let (own, other) = try besides(run) { _ in true }
      return other <= 1.05 * own + 1e-9 ? nil : "\(own), and \(other) elsewhere"
    },
  ]

  /// The expected quality of a run, and the highest with other numbers of trials.
  private static func besides(_ run: ClaimedRun, _ belongs: (Int) -> Bool) throws -> (
    own: Double, other: Double
  ) {
    let places = trials.domain.grid(120).compactMap { $0.number.map { Int($0) } }.filter(belongs)
    let others = places.map { SharedEvaluations(run[evaluations]).expectedQuality(of: $0) }
    return (run[predictedQuality] ?? .nan, others.max() ?? 0)
  }
}
