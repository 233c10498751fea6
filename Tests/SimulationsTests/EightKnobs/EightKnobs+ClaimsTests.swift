import Experiments
import Learning

@testable import Simulations

extension EightKnobs: Claiming {
  static let claims = [
    Claim(fewRows) { run in
      // Sixty rows, each right with that probability, summed over how many of them are.
      let accuracy = run[testAccuracy] ?? 0
      var chance = (0..<60).reduce(1.0) { product, _ in product * (1 - accuracy) }
      var square = 0.0
      guard accuracy > 0, accuracy < 1 else {
        return run[rowDeviation] == 0 ? nil : "\(run[rowDeviation] ?? .nan) where all are alike"
      }
      for right in 0...60 {
        let distance = Double(right) / 60 - accuracy
        square += chance * distance * distance
        chance *= accuracy / (1 - accuracy) * Double(60 - right) / Double(right + 1)
      }
      let said = run[rowDeviation] ?? .nan
      return abs(said - square.squareRoot()) < 1e-6 ? nil : "\(said), and \(square.squareRoot())"
    },
    Claim(realData) { run in
      let isDigits = run[data] == .digits
      return run.finding.message.contains(isDigits ? "Alpaydin" : "Horst") ? nil : "whose?"
    },
  ]
}
