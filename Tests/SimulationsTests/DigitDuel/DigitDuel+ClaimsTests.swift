import Experiments
import Learning

@testable import Simulations

extension DigitDuel: Claiming {
  static let claims = [
    Claim(agreed) { run in
      let leads = leads(run)
      return Set(leads.map { $0.signum() }).count == 1 && leads[0] != 0 ? nil : "\(leads)"
    },
    Claim(disputed) { run in
      let leads = leads(run)
      let sum = leads.reduce(0, +)
      return sum != 0 && leads.contains { $0 * sum.signum() <= 0 } ? nil : "\(leads)"
    },
    Claim(level) { run in
      let leads = leads(run)
      return leads.reduce(0, +) == 0 ? nil : "\(leads)"
    },
    Claim(realData) { run in
      run.finding.message.contains("Alpaydin") && Digits.dataset.rows == 300 ? nil : "whose?"
    },
  ]

  static var rare: [Settings] {
    get throws {
      // Trainings of nearly the same length on few splits are often level.
      var settings = defaults
      try settings.turn("epochs", to: "7")
      return [settings]
    }
  }

  /// By how many rows the longer training is ahead, split by split, trained anew.
  private static func leads(_ run: ClaimedRun) -> [Int] {
    var short = SmallSetting()
    short.epochs = run[epochs]
    func right(_ setting: SmallSetting, _ split: Int) -> Int {
      let training = SmallTraining(setting, .digits, split: split, luck: split, seed: run.seed)
      return Int((60 * training.validationAccuracy).rounded())
    }
    return (0..<run[splits]).map { right(SmallSetting(), $0) - right(short, $0) }
  }
}
