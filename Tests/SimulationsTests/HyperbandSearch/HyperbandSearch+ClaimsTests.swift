import Experiments

@testable import Simulations

extension HyperbandSearch: Claiming {
  static let claims = [
    Claim(insurance) { run in
      let lead = lead(run)
      return lead > -0.25 ? nil : "\(lead) nearer to the best bracket than to the worst"
    },
    Claim(dearInsurance) { run in
      let lead = lead(run)
      return lead < 0.25 ? nil : "\(lead) nearer to the best bracket than to the worst"
    },
  ]

  /// What is saved against the worst bracket less what is lost to the best one, over other seeds.
  ///
  /// Which brackets are best and worst is settled by means of all seeds. Of one seed, whose loss has a
  /// standard error of about 0.04 and counts twice, that is 0.1.
  private static func lead(_ run: ClaimedRun) -> Double {
    let all = (1...4).map { HyperbandSearches(run.settings, seed: run.seed &+ 7919 &* $0) }
    func mean(_ value: (HyperbandSearches) -> Double) -> Double {
      all.reduce(0) { $0 + value($1) } / Double(all.count)
    }
    let bets = all[0].bets.indices.map { place in mean { $0.bets[place] } }
    return (bets.max() ?? 0) + (bets.min() ?? 0) - 2 * mean(\.loss)
  }
}
