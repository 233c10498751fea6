import Experiments
import Numerics

@testable import Simulations

extension SearchRange: Claiming {
  static let claims = [
    Claim(empty) { run in
      run[low] >= run[high] && run[hitShare] == 0 ? nil : "\(run[low]) … \(run[high])"
    },
    Claim(missesOutside) { run in
      let missed = misses(run)
      return missed.outside + chance >= missed.inside ? nil : "\(missed)"
    },
    Claim(missesInside) { run in
      let missed = misses(run)
      return missed.inside + chance >= missed.outside ? nil : "\(missed)"
    },
    Claim(logAhead) { run in
      let (log, uniform) = (try share(run, .log), try share(run, .uniform))
      return log + 0.04 >= uniform ? nil : "\(log) by ratio, \(uniform) by difference"
    },
    Claim(uniformAhead) { run in
      let (log, uniform) = (try share(run, .log), try share(run, .uniform))
      return uniform + 0.04 >= log ? nil : "\(log) by ratio, \(uniform) by difference"
    },
  ]

  /// How far shares of 4000 searches may be off.
  private static let chance = 0.04

  /// The share of hits under a scale, over other seeds.
  private static func share(_ run: ClaimedRun, _ spread: Spread) throws -> Double {
    let outcomes = try (1...UInt64(4)).map { number in
      var settings = run.settings
      try settings.turn(scale.name, to: spread.settingValue)
      return SearchRange.run(settings, seed: run.seed &+ 7919 &* number)
    }
    return outcomes.compactMap { $0[hitShare] }.reduce(0, +) / 4
  }

  /// The shares of searches that miss with the best value outside and inside, drawn in decades.
  private static func misses(_ run: ClaimedRun) -> (outside: Double, inside: Double) {
    let ten = Elementary.log(10)
    let (from, to) = (Elementary.log(run[low]) / ten, Elementary.log(run[high]) / ten)
    let reach = Elementary.log(run[factor]) / ten
    var stream = RandomStream(seed: run.seed, "claim")
    var (outside, inside) = (0, 0)
    for _ in 0..<4000 {
      let best = Elementary.log(run[guess]) / ten + run[doubt] * stream.normal()
      let isHit = (0..<run[trials]).reduce(false) { isHit, _ in
        let share = stream.uniform()
        let place =
          run[scale] == .log
          ? from + share * (to - from)
          : Elementary.log(run[low] + share * (run[high] - run[low])) / ten
        return abs(place - best) <= reach || isHit
      }
      if !isHit, best < from || best > to { outside += 1 } else if !isHit { inside += 1 }
    }
    return (Double(outside) / 4000, Double(inside) / 4000)
  }
}
