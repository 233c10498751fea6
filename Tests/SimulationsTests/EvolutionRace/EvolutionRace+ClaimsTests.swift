import Experiments

@testable import Simulations

extension EvolutionRace: Claiming {
  static let claims = [
    Claim(evolves) { run in
      let (genetic, halton) = regrets(run)
      return genetic < 1.3 * halton ? nil : "\(genetic), Halton \(halton)"
    },
    Claim(tooEarly) { run in
      let (genetic, halton) = regrets(run)
      return genetic > 0.5 * halton ? nil : "\(genetic), Halton \(halton)"
    },
  ]

  /// What both leave on other seeds.
  private static func regrets(_ run: ClaimedRun) -> (Double, Double) {
    let others = run.seeds(8)
    func mean(_ metric: Metric) -> Double { others.reduce(0) { $0 + ($1[metric] ?? .nan) / 8 } }
    return (mean(geneticRegret), mean(haltonRegret))
  }
}
