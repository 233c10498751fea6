import Experiments

@testable import Simulations

extension RandomSplits: Claiming {
  static let claims = [
    Claim(tooEager) { run in
      let share = share(run, plainRejections)
      return share > 2 * 0.05 - 0.03 ? nil : "the plain test errs in \(share)"
    },
    Claim(nearLevel) { run in
      let share = share(run, plainRejections)
      return share < 2 * 0.05 + 0.03 ? nil : "the plain test errs in \(share)"
    },
    Claim(corrected) { run in
      let share = share(run, correctedRejections)
      return share > 0.02 && share < 0.09 ? nil : "the corrected test errs in \(share)"
    },
    Claim(unequal) { run in
      // The first model wins oftener than it would were it as good, and the plain test is the bolder.
      let (plain, corrected) = (run[plainRejections] ?? .nan, run[correctedRejections] ?? .nan)
      if plain < corrected { return "\(plain) and \(corrected)" }
      let comparison = SplitComparison(
        splits: run[splits], rows: run[rows], heldOut: run[heldOut],
        secondWeight: run[secondWeight], seed: run.seed)
      let all = comparison.differences
      let mean = all.reduce(0, +) / Double(all.count)
      // In truth by w² − 1 and what the fits add to it.
      let truth = run[secondWeight] * run[secondWeight] - 1
      return mean < 0.3 * truth + 0.02 ? nil : "a difference of \(mean), in truth \(truth)"
    },
    Claim(together) { run in
      let found = share(run, correlation)
      let expected = run[heldOutShare] ?? .nan
      return abs(found - expected) < 0.07 + 0.1 * expected
        ? nil : "a correlation of \(found), \(expected) by theory"
    },
  ]

  /// The mean of a metric over other seeds.
  private static func share(_ run: ClaimedRun, _ metric: Metric) -> Double {
    let others = run.seeds(2)
    return others.reduce(0) { $0 + ($1[metric] ?? .nan) } / Double(others.count)
  }
}
