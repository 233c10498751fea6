import Experiments

@testable import Simulations

extension EpochOverfitting: Claiming {
  static let claims = [
    Claim(underfitting) { run in
      let best = try run.turning(epochs, to: Int(run[bestEpoch] ?? 0))
      guard run[epochs] < Int(run[bestEpoch] ?? 0) else { return "the lowest is past" }
      guard best[validationLoss] ?? 0 < 0.95 * (run[validationLoss] ?? 0) else {
        return "more epochs are no better"
      }
      let message = run.finding.message
      if message.contains("before the turn") {
        let end = try run.turning(epochs, to: horizon)
        return end[validationLoss] ?? 0 > best[validationLoss] ?? 0 ? nil : "there is no turn"
      }
      guard message.contains("steps are too long") else { return nil }
      let slower = try run.turning(learningRate, to: run[learningRate] / 10)
      let text = slower.findings[0].message
      return text.contains("jumps") ? "a tenth of the rate jumps too" : nil
    },
    Claim(overfitting) { run in
      let best = try run.turning(epochs, to: Int(run[bestEpoch] ?? 0))
      guard best[validationLoss] ?? 0 < 0.95 * (run[validationLoss] ?? 0) else {
        return "fewer epochs are no better"
      }
      let fell = best[trainingLoss] ?? 0 > run[trainingLoss] ?? 0
      return fell || !run.finding.message.contains("went on falling") ? nil : "training loss rose"
    },
    Claim(nearTheTurn) { run in
      let losses = try [1, 3, 10, 30, 100, 300, 1000].map {
        try run.turning(epochs, to: $0)[validationLoss] ?? .infinity
      }
      let here = run[validationLoss] ?? .infinity
      return losses.allSatisfy { here <= 1.1001 * $0 } ? nil : "\(here) here, \(losses) elsewhere"
    },
  ]
}
