import Experiments

@testable import Simulations

extension FineTuning: Claiming {
  static let claims = [
    Claim(untouched) { run in
      let losses = run.seeds(3).compactMap { $0[targetLoss] }
      let offset = 0.6 * run[distance]
      let loss = 5.325 * offset * offset
      let isSo = losses.allSatisfy { abs($0 - loss) < 1e-12 }
      return isSo && run[sourceLoss] == 0 ? nil : "\(losses), \(loss) untouched"
    },
    Claim(tooGentle) { run in
      let (here, lower, higher) = losses(run)
      return higher < here / 1.1 && higher <= lower ? nil : "\(here), \(higher) at a higher rate"
    },
    Claim(tooRough) { run in
      let (here, lower, higher) = losses(run)
      return lower < here / 1.1 && lower <= higher ? nil : "\(here), \(lower) at a lower rate"
    },
    Claim(nearBest) { run in
      let (here, lower, higher) = losses(run)
      return min(lower, higher) >= here / 1.1 * (1 - 1e-9) ? nil : "\(here), \(lower), \(higher)"
    },
    Claim(harmful) { run in
      let offset = 0.6 * run[distance]
      let (here, _, _) = losses(run)
      return here > 5.325 * offset * offset ? nil : "\(here) tuned"
    },
    Claim(forgetting) { run in
      let losses = run.seeds(3).compactMap { $0[sourceLoss] } + [run[sourceLoss] ?? 0]
      let mean = losses.reduce(0, +) / 4
      let predicted = run[predictedSourceLoss] ?? 0
      return mean > 0 && abs(mean / predicted - 1) < 0.25 ? nil : "\(mean), \(predicted) by theory"
    },
  ]

  /// The expected target loss here, and the lowest at a lower and at a higher rate, step by step.
  private static func losses(_ run: ClaimedRun) -> (here: Double, lower: Double, higher: Double) {
    func loss(_ rate: Double) -> Double {
      let offset = 0.6 * run[distance]
      var sum = 0.0
      for (direction, curvature) in [4, 1, 0.25, 0.06, 0.015].enumerated() {
        // How much of the offset, and of the noise, has been taken up.
        var taken = 0.0
        if direction < run[tunedDirections] {
          for _ in 0..<run[steps] { taken += rate * curvature * (1 - taken) }
          taken *= run[share]
        }
        let left = (1 - taken) * offset
        sum += curvature * left * left + taken * taken / Double(run[trainingSize])
      }
      return sum
    }
    func lowest(_ range: ClosedRange<Double>) -> Double {
      Spacing.values(150, over: range, .log).map(loss).min() ?? .infinity
    }
    let rate = run[learningRate]
    return (loss(rate), lowest(1e-3...rate), lowest(rate...0.4))
  }
}
