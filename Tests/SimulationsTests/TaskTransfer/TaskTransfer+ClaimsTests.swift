import Experiments

@testable import Simulations

extension TaskTransfer: Claiming {
  static let claims = [
    Claim(suits) { run in
      let losses = losses(run)
      return losses.winner <= 1.2 * losses.lowest + 1e-12 ? nil : "\(losses)"
    },
    Claim(misfits) { run in
      let losses = losses(run)
      return losses.winner > 1.2 * losses.lowest - 1e-12 ? nil : "\(losses)"
    },
    Claim(realData) { run in
      let isPenguins = [run[first], run[second]].contains { $0 == .species || $0 == .sex }
      let isDigits = [run[first], run[second]].contains { $0 == .digits || $0 == .mislabelled }
      let message = run.finding.message
      return message.contains("palmerpenguins") == isPenguins
        && message.contains("Alpaydin") == isDigits ? nil : "whose?"
    },
  ]

  /// Losses on the second task: the winner's of the first, and the lowest; trained anew one by one.
  private static func losses(_ run: ClaimedRun) -> (winner: Double, lowest: Double) {
    func loss(_ number: Int, _ task: SmallTask, isSecond: Bool) -> Double {
      let parts = (0..<run[splits]).map { split in
        SmallTraining(
          SmallSetting(drawn: number, seed: run.seed), task,
          split: (isSecond ? 1000 : 0) + split, luck: 8 * number + 2 * split + (isSecond ? 1 : 0),
          seed: run.seed
        ).validationLoss
      }
      return parts.reduce(0, +) / Double(parts.count)
    }
    var (winner, least) = (0, Double.infinity)
    for number in 0..<run[settings] {
      let own = loss(number, run[first], isSecond: false)
      if own < least { (winner, least) = (number, own) }
    }
    let others = (0..<run[settings]).map { loss($0, run[second], isSecond: true) }
    return (others[winner], others.min() ?? .infinity)
  }
}
