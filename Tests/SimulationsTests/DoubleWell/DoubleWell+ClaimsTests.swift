import Experiments
import Numerics

@testable import Simulations

extension DoubleWell: Claiming {
  static let claims = [
    Claim(stuck) { run in
      let walks = Walks(run, run[steps])
      if walks.crossed > 0.5 { return "\(walks.crossed) of the chains left" }
      return walks.there < 0.1 + 0.06 ? nil : "\(walks.there) of the chains are there"
    },
    Claim(onTheWay) { run in
      // The share that is still on the poor side, and what becomes of it.
      let (here, later) = (run[predictedShare] ?? .nan, share(run, 6 * run[steps]))
      return later > here + 0.005 ? nil : "\(later) of them after six times the steps, \(here) here"
    },
    Claim(settled) { run in
      let walks = Walks(run, run[steps])
      return walks.there > 0.9 - 0.06 ? nil : "\(walks.there) of other chains"
    },
    Claim(wandering) { run in
      let walks = Walks(run, run[steps])
      if walks.back == 0 { return "no chain came back" }
      let (told, later) = (run[longRunShare] ?? .nan, share(run, 6 * run[steps]))
      return abs(later - told) < 0.05 ? nil : "\(told) is told, \(later) after six times the steps"
    },
  ]

  /// The share of chains in the good valley after so many steps, by their law.
  private static func share(_ run: ClaimedRun, _ count: Int) -> Double {
    let walk = NoisyWalk(rate: run[learningRate], batchSize: run[batchSize])
    return ChainLaw(walk, steps: count).shares[count]
  }

  /// 400 chains of other draws.
  private struct Walks {
    /// The shares that ever were in the good valley, that are there, and that came back from it.
    private(set) var (crossed, there, back) = (0.0, 0.0, 0.0)

    init(_ run: ClaimedRun, _ count: Int) {
      let off = run[learningRate] * 3 / Double(run[batchSize]).squareRoot()
      var stream = RandomStream(seed: run.seed, "other-chains")
      for _ in 0..<400 {
        var (place, wasThere, wasBack) = (-0.8, false, false)
        for error in stream.normals(count) {
          let slope = place < -0.5 ? place + 1 : place > 0.5 ? place - 1 : -place
          place += off * error - run[learningRate] * (slope - 0.2)
          if place > -0.2 { wasThere = true } else if wasThere { wasBack = true }
        }
        crossed += wasThere ? 1.0 / 400 : 0
        there += place > -0.2 ? 1.0 / 400 : 0
        back += wasBack ? 1.0 / 400 : 0
      }
    }
  }
}
