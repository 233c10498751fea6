import Experiments
import Learning

@testable import Simulations

extension ActivationXor: Claiming {
  static let claims = [
    Claim(cannotBend) { run in
      let longer = try run.turning((epochs.name, .integer(1000)), (hiddenUnits.name, .integer(16)))
      return (longer[lowestLoss] ?? .infinity) > 1 - 1e-9 ? nil : "16 units come below 1"
    },
    Claim(bendsOnce) { run in
      let longer = try run.turning(epochs, to: 1000)
      return longer[solved] == 0 ? nil : "1000 epochs solve it"
    },
    Claim(reliable) { run in
      let others = run.seeds(4).map { $0[solved] ?? 0 }
      return others.reduce(0, +) >= 0.75 * 96 ? nil : "other seeds solve \(others)"
    },
    Claim(overflowing) { run in
      let slower = try run.turning(learningRate, to: run[learningRate] / 10)
      return slower.findings[0].code == overflowing.code ? "a tenth of the rate overflows" : nil
    },
    Claim(stillLearning) { run in
      let (here, longer) = (networks(run), networks(run, times: 2))
      let left = here.indices.filter { !here[$0].isSolved }
      let better = left.count { longer[$0].loss < here[$0].loss }
      return 3 * better > left.count ? nil : "twice as long, \(better) of \(left.count) are better"
    },
    Claim(thrownAbout) { run in
      // Units with a kink make a network rise a little at any rate.
      let here = climb(networks(run))
      let slower = climb(networks(run, rate: run[learningRate] / 100))
      let isQuiet = slower < here / 100
      return isQuiet ? nil : "climbs by \(here), at a hundredth of the rate by \(slower)"
    },
    Claim(stuck) { run in
      let (here, longer) = (networks(run), networks(run, times: 20))
      let left = here.indices.filter { !here[$0].isSolved }
      let solved = left.count { longer[$0].isSolved }
      return 2 * solved <= left.count ? nil : "in 20 times, \(solved) of \(left.count) solve it"
    },
    Claim(slopes) { run in
      let function = run[activation].activation
      let steepest = (-8000...8000).map { step in
        let x = Double(step) / 1000
        return (function.evaluate(x + 5e-4).value - function.evaluate(x - 5e-4).value) / 1e-3
      }.max()
      return abs((steepest ?? 0) - (run[largestSlope] ?? 0)) < 1e-3 ? nil : "it is \(steepest ?? 0)"
    },
  ]

  /// How much the losses of all networks rise in the epochs in which they do.
  private static func climb(_ networks: [XorNetworks.Member]) -> Double {
    networks.reduce(0) { sum, network in
      zip(network.losses, network.losses.dropFirst()).reduce(sum) { $0 + max(0, $1.1 - $1.0) }
    }
  }

  /// The same networks, trained so many times as long.
  private static func networks(
    _ run: ClaimedRun, times factor: Int = 1, rate: Double? = nil
  ) -> [XorNetworks.Member] {
    XorNetworks(
      run[activation], units: run[hiddenUnits], rate: rate ?? run[learningRate],
      epochs: factor * run[epochs], seed: run.seed
    ).members
  }
}
