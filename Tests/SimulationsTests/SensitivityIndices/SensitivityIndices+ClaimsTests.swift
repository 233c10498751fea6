import Experiments

@testable import Simulations

extension SensitivityIndices: Claiming {
  static let claims = [
    Claim(settled) { run in
      let worst = worst(run)
      return worst <= 0.1 + 1e-9 ? nil : "the worst is \(worst) off"
    },
    Claim(unsettled) { run in
      let worst = worst(run)
      if worst <= 0.1 - 1e-9 { return "the worst is \(worst) off" }
      // With as many samples as there are, other points are settled.
      let most = try run.turning(
        (samples.name, .integer(4096)), (sampling.name, .choice("halton")))
      return most[worstError] ?? 1 < 0.05 ? nil : "4096 even samples are as far off"
    },
    Claim(belowNothing) { run in
      let least = first.compactMap { run[$0] }.min() ?? 0
      let most = try run.turning(
        (samples.name, .integer(4096)), (sampling.name, .choice("halton")))
      let there = first.compactMap { most[$0] }.min() ?? -1
      return least < 0 && there > -0.02 ? nil : "\(least) here, \(there) with all samples"
    },
    Claim(interaction) { run in
      let most = try run.turning(
        (samples.name, .integer(4096)), (sampling.name, .choice("halton")))
      let (alone, part) = (most[first[2]] ?? 1, most[total[2]] ?? 0)
      return abs(alone) < 0.02 && abs(part - 0.244) < 0.02 ? nil : "\(alone) alone, \(part) in all"
    },
  ]

  /// How far the worst index is off from shares that were found on a grid.
  private static func worst(_ run: ClaimedRun) -> Double {
    let shares = [
      0.313905191148, 0.442411144790, 0, 0.557588855210, 0.442411144790, 0.243683664062,
    ]
    return zip(first + total, shares).reduce(0) { max($0, abs((run[$1.0] ?? .nan) - $1.1)) }
  }
}
