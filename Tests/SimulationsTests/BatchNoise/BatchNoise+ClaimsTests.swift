import Experiments
import Foundation
import Numerics

@testable import Simulations

extension BatchNoise: Claiming {
  static let claims = [
    Claim(tooFewUpdates) { run in
      let here = Expected(run, run[learningRate])
      guard run[updates] ?? 0 > 0 else {
        return run[batchSize] > run[samples] ? nil : "the samples fill a batch"
      }
      if here.start <= here.noise { return "\(here.noise) of \(here.total) is noise" }
      let more = Expected(run, run[learningRate], updates: 4 * Int(run[updates] ?? 0))
      if more.total >= here.total { return "four times the updates leave \(more.total)" }
      let least = leastExpected(run)
      return here.total > 2 * least ? nil : "\(here.total) where \(least) is the least"
    },
    Claim(noiseDominates) { run in
      let here = Expected(run, run[learningRate])
      if here.start > here.noise { return "\(here.start) is left of the start" }
      let lower = Expected(run, 0.9 * run[learningRate])
      if lower.total >= here.total { return "a lower rate leaves \(lower.total)" }
      let least = leastExpected(run)
      return here.total > 2 * least ? nil : "\(here.total) where \(least) is the least"
    },
    Claim(balanced) { run in
      let here = Expected(run, run[learningRate])
      if run[updates] == 0 { return "there is no update" }
      let least = leastExpected(run)
      return here.total <= 2.000001 * least ? nil : "\(here.total) where \(least) is the least"
    },
    Claim(updateCount) { run in
      let batches = sequence(first: run[samples]) { $0 - run[batchSize] }
      let rest = batches.first { $0 < run[batchSize] } ?? 0
      let filled = (run[samples] - rest) / run[batchSize]
      if run[updates] != Double(filled) { return "\(filled) batches are filled" }
      let says = run.finding.message.contains("\(rest) \(rest == 1 ? "is" : "are") left over")
      return says == (rest > 0) ? nil : "\(rest) are left over"
    },
  ]

  /// The least expected square that any rate leaves, below and above the knob's range too.
  private static func leastExpected(_ run: ClaimedRun) -> Double {
    let rates = Spacing.values(160, over: 1e-5...1.99, .log)
    let best = rates.min { Expected(run, $0).total < Expected(run, $1).total } ?? 1
    return Spacing.values(41, over: best / 1.08...min(1.99, best * 1.08), .linear)
      .map { Expected(run, $0).total }.min() ?? .infinity
  }

  /// The expected square of w, from the covariance of every two batches of an epoch.
  private struct Expected {
    var (start, noise) = (25.0, 0.0)

    var total: Double { start + noise }

    init(_ run: ClaimedRun, _ rate: Double, updates: Int? = nil) {
      let (kept, batch) = (1 - rate, run[batchSize])
      var left = updates ?? run[samples] / batch
      let shuffled = run[sampling] == .epochShuffle
      let epoch = shuffled ? 512 / batch : 1
      let variance = shuffled ? Double(512 - batch) / Double(batch * 511) : 1 / Double(batch)
      let covariance = shuffled ? -1.0 / 511 : 0
      // What an epoch's first batches add, and the weights of the earlier ones beside the newest.
      var (added, weights) = ([0.0], 0.0)
      for index in 0..<min(epoch, left) {
        added.append(
          kept * kept * added[index]
            + rate * rate * (variance + 2 * covariance * weights))
        weights = kept * (weights + 1)
      }
      while left > 0 {
        let count = min(epoch, left)
        let shrunk = pow(kept * kept, Double(count))
        (start, noise) = (start * shrunk, noise * shrunk + added[count])
        left -= count
      }
    }
  }
}
