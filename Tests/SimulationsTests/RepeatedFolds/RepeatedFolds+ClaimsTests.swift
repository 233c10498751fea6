import Experiments

@testable import Simulations

extension RepeatedFolds: Claiming {
  static let claims = [
    Claim(tooSure) { run in
      let share = share(run)
      return share < 0.75 * 1.1 ? nil : "the bar is \(share) of the spread"
    },
    Claim(fairBar) { run in
      let share = share(run)
      return share > 0.75 / 1.1 ? nil : "the bar is \(share) of the spread"
    },
    Claim(floor) { run in
      // Fifty repeats spread less than one, but not below the floor by more than chance.
      let many = try run.turning(repeats, to: 50)
      let once = try run.turning(repeats, to: 1)
      let (least, most) = (many[predictedSpread] ?? 0, once[predictedSpread] ?? 0)
      let floor = run[spreadFloor] ?? 0
      if least < floor - 1e-12 || most < least - 1e-12 { return "\(most), \(least), \(floor)" }
      // All the rows' own variance, times the square of what a held-out row costs.
      let share = (run[predictedFoldsError] ?? 0) * (2 / Double(run[rows] - 1)).squareRoot()
      if abs(share - floor) > 1e-9 { return "\(share) by hand" }
      let measured = many[spread] ?? 0
      return measured > 0.85 * floor ? nil : "measured \(measured), below \(floor)"
    },
  ]

  /// The error bar over the spread, measured on other data sets.
  private static func share(_ run: ClaimedRun) -> Double {
    let others = run.seeds(4)
    func mean(_ metric: Metric) -> Double { others.reduce(0) { $0 + ($1[metric] ?? .nan) } }
    return mean(errorBar) / mean(spread)
  }
}
