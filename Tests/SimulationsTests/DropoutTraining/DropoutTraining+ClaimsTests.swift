import Experiments
import Learning
import Numerics

@testable import Simulations

extension DropoutTraining: Claiming {
  static let claims = [
    Claim(dropoutHelps) { run in
      let share = try relative(run)
      return share <= 0.951 ? nil : "\(share) times the loss of nothing dropped"
    },
    Claim(noGain) { run in
      let share = try relative(run)
      return (0.949...1.051).contains(share) ? nil : "\(share) times the loss of nothing dropped"
    },
    Claim(dropoutHurts) { run in
      let share = try relative(run)
      return share >= 1.049 ? nil : "\(share) times the loss of nothing dropped"
    },
    Claim(nothingLearned) { run in
      let pairs = DropoutPairs(
        dropout: 1, hiddenUnits: run[hiddenUnits], trainingSize: run[trainingSize],
        noise: run[noise], seed: run.seed)
      for (number, pair) in pairs.pairs.enumerated() {
        var stream = RandomStream(seed: run.seed, "weights", number)
        let start = Network(
          widths: [1, run[hiddenUnits], 1], hidden: .tanh, dropout: [1],
          initialization: .heNormal, from: &stream)
        let (before, after) = (start.parameters, pair.with.network.parameters)
        if before.dropLast() != after.dropLast() { return "network \(number) has learned" }
      }
      return nil
    },
  ]

  /// The test loss over that of the same run with a rate of 0.
  private static func relative(_ run: ClaimedRun) throws -> Double {
    let without = try run.turning(dropout, to: 0)
    return (run[testLoss] ?? 0) / (without[testLoss] ?? 0)
  }
}
