import Experiments
import Numerics

@testable import Simulations

extension TournamentTakeover: Claiming {
  static let claims = [
    Claim(drift) { run in
      // Any other member is lost as often: that of the last rank as well as the best.
      let (size, runs) = (run[population], 4000)
      var stream = RandomStream(seed: run.seed, "claim")
      var kept = 0
      for _ in 0..<runs {
        var copies = 1
        while copies > 0, copies < size {
          copies = (0..<size).count { _ in stream.integer(below: size) < copies }
        }
        if copies == size { kept += 1 }
      }
      let (share, fair) = (Double(kept) / Double(runs), 1 / Double(size))
      let error = (fair * (1 - fair) / Double(runs)).squareRoot()
      return abs(share - fair) < 5 * error ? nil : "\(share) of the members are the last"
    },
    Claim(losesBest) { run in
      let share = share(run)
      return share > 0.05 - 0.015 ? nil : "lost in \(share)"
    },
    Claim(keepsBest) { run in
      let share = share(run)
      return share < 0.05 + 0.015 ? nil : "lost in \(share)"
    },
  ]

  /// How often the best is lost, on other seeds.
  private static func share(_ run: ClaimedRun) -> Double {
    run.seeds(24).reduce(0) { $0 + ($1[lostShare] ?? .nan) } / 24
  }
}
