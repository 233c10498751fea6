import Experiments
import Learning

@testable import Simulations

extension DigitTransfer: Claiming {
  static let claims = [
    Claim(ahead) { run in
      let (tuned, twin) = counts(run)
      return tuned - twin > 2 ? nil : "\(tuned) against \(twin)"
    },
    Claim(level) { run in
      let (tuned, twin) = counts(run)
      return abs(tuned - twin) <= 2 ? nil : "\(tuned) against \(twin)"
    },
    Claim(negativeTransfer) { run in
      let (tuned, twin) = counts(run)
      return twin - tuned > 2 ? nil : "\(tuned) against \(twin)"
    },
    Claim(forgets) { run in
      // Nothing of the way, and nothing is forgotten.
      let untouched = try run.turning(share, to: 0)
      let lost = (untouched[sourceAccuracy] ?? 0) - (run[sourceAccuracy] ?? 0)
      return lost > 0.025 ? nil : "\(lost) lost"
    },
    Claim(realData) { run in
      run.finding.message.contains("Alpaydin") && Digits.dataset.rows == 300 ? nil : "whose?"
    },
  ]

  /// How many of the new digits both read right, counted digit by digit.
  private static func counts(_ run: ClaimedRun) -> (tuned: Int, twin: Int) {
    let transfer = TransferredDigits(run.settings, seed: run.seed)
    let rate = run[learningRate]
    func count(_ network: Network) -> Int {
      let data = transfer.data.newTest
      return (0..<data.rows).count { row in
        let image = Array(data.features[row * 64..<(row + 1) * 64])
        let outputs = network.predictions(for: image)
        let own = (0..<10).first { data.targets[row * 10 + $0] == 1 } ?? 0
        return outputs.enumerated().allSatisfy {
          $0.element < outputs[own] || $0.offset == own
        }
      }
    }
    return (
      count(transfer.partOfTheWay(to: transfer.tuned(at: rate), share: run[share])),
      count(transfer.fromScratch(at: rate))
    )
  }
}
