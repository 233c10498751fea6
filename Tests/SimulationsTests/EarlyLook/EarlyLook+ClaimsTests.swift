import Experiments

@testable import Simulations

extension EarlyLook: Claiming {
  static let claims = [
    Claim(misleads) { run in
      let share = share(run)
      // The better one is kept less often than dropped, and more often after a later look.
      guard share < 0.5 + 0.012 else { return "kept in \(share)" }
      let later = try run.turning(epochs, to: whole)[predictedKeptShare] ?? 0
      return later > 0.5 ? nil : "\(later) at the end"
    },
    Claim(tellsLittle) { run in
      let share = share(run)
      return (0.5 - 0.012..<telling + 0.012).contains(share) ? nil : "kept in \(share)"
    },
    Claim(tells) { run in
      let share = share(run)
      return share > telling - 0.012 ? nil : "kept in \(share)"
    },
  ]

  /// How often the better one is kept, over other seeds.
  private static func share(_ run: ClaimedRun) -> Double {
    let others = run.seeds(8)
    return others.reduce(0) { $0 + ($1[keptShare] ?? .nan) } / Double(others.count)
  }
}
