import Experiments
import Learning

@testable import Simulations

extension SettingSpread: Claiming {
  static let claims = [
    Claim(matter) { run in
      let squares = squares(run)
      return squares.settings >= 25 * squares.seeds - 1e-12 ? nil : "\(squares)"
    },
    Claim(hardlyMatter) { run in
      let squares = squares(run)
      return squares.settings < 25 * squares.seeds + 1e-12 ? nil : "\(squares)"
    },
    Claim(realData) { run in
      run.finding.message.contains("Alpaydin") && Digits.dataset.rows == 300 ? nil : "whose?"
    },
  ]

  /// Half the mean squared difference of all pairs, which is the variance, trained anew.
  private static func squares(_ run: ClaimedRun) -> (settings: Double, seeds: Double) {
    func variance(_ all: [Double]) -> Double {
      var (sum, pairs) = (0.0, 0.0)
      for first in all.indices {
        for second in 0..<first {
          sum += (all[first] - all[second]) * (all[first] - all[second])
          pairs += 1
        }
      }
      return sum / (2 * pairs)
    }
    let settings = (0..<run[settings]).map {
      SmallTraining(
        SmallSetting(drawn: $0, seed: run.seed), .digits, split: $0, luck: $0, seed: run.seed
      ).testAccuracy
    }
    let seeds = (0..<run[goodRuns]).map {
      SmallTraining(SmallSetting(), .digits, split: 1000 + $0, luck: 1000 + $0, seed: run.seed)
        .testAccuracy
    }
    return (variance(settings), variance(seeds))
  }
}
