import Experiments

@testable import Simulations

extension SearchRace: Claiming {
  static let claims = [
    Claim(yardstick) { run in
      let random = try regret(run, .random)
      return random == run[regret] && random == run[randomRegret] ? nil : "\(random)"
    },
    Claim(aheadOfRandom) { run in
      let random = try regret(run, .random)
      guard let here = run[regret], here < random else { return "random has \(random)" }
      return try reversed(run) { $0 > 1 }
    },
    Claim(behindRandom) { run in
      let random = try regret(run, .random)
      guard let here = run[regret], here >= random else { return "random has \(random)" }
      return try reversed(run) { $0 < 1 }
    },
    Claim(fewValues) { run in
      guard let values = run[firstValues], let tried = run[tried], run[search] == .grid else {
        return "of no grid"
      }
      // Every value of the first knob meets as many of the second.
      let rows = tried / values
      return rows == rows.rounded() && rows > 1 && tried <= Double(run[trials])
        ? nil : "\(values) of \(tried)"
    },
  ]

  private static func regret(_ run: ClaimedRun, _ way: Way) throws -> Double {
    try run.turning((search.name, way.settingValue))[regret] ?? .nan
  }

  /// Whether many other searches tell otherwise, by more than chance.
  private static func reversed(_ run: ClaimedRun, _ isOtherwise: (Double) -> Bool) throws -> String?
  {
    guard run[searches] >= 200 else { return nil }
    let others = run.seeds(4)
    func mean(_ metric: Metric) -> Double { others.reduce(0) { $0 + ($1[metric] ?? .nan) } }
    let ratio = mean(regret) / mean(randomRegret)
    // Two means that differ by less than a fifth may be in either order in one run.
    return isOtherwise(ratio) && abs(ratio - 1) > 0.2 ? "elsewhere \(ratio) of random" : nil
  }
}
