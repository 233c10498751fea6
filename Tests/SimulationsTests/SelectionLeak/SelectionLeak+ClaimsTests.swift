import Experiments

@testable import Simulations

extension SelectionLeak: Claiming {
  static let claims = [
    Claim(leak) { run in
      let (leaky, honest) = errors(run)
      if abs(honest - 0.5) > 0.12 { return "honestly \(honest)" }
      return leaky < 0.4 + 0.07 ? nil : "\(leaky) on other data sets"
    },
    Claim(littleLeak) { run in
      let (leaky, honest) = errors(run)
      if abs(honest - 0.5) > 0.12 { return "honestly \(honest)" }
      return leaky > 0.4 - 0.07 ? nil : "\(leaky) on other data sets"
    },
  ]

  /// Both errors over other seeds.
  private static func errors(_ run: ClaimedRun) -> (leaky: Double, honest: Double) {
    let others = run.seeds(4)
    func mean(_ metric: Metric) -> Double { others.reduce(0) { $0 + ($1[metric] ?? .nan) } / 4 }
    return (mean(leakyError), mean(honestError))
  }
}
