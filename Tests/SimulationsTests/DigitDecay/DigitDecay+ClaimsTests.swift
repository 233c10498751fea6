import Experiments

@testable import Simulations

extension DigitDecay: Claiming {
  static let claims = [
    Claim(tooLittle) { run in
      let least = try run.turning(alpha, to: 0.00001)
      let (here, there) = (run[testLoss] ?? 0, least[testLoss] ?? 0)
      return abs(here / there - 1) < 0.06 ? nil : "test loss is \(here), with the least \(there)"
    },
    Claim(helps) { run in
      let least = try run.turning(alpha, to: 0.00001)
      let (here, there) = (run[testLoss] ?? 0, least[testLoss] ?? 0)
      return here < 0.96 * there ? nil : "test loss is \(here), with the least \(there)"
    },
    Claim(tooMuch) { run in
      if run.finding.message.contains("cannot learn"), run[testAccuracy] ?? 0 > 0.5 {
        return "\(run[testAccuracy] ?? 0) of the test digits are read right"
      }
      let least = try run.turning(alpha, to: 0.00001)
      let (here, there) = (run[testLoss] ?? 0, least[testLoss] ?? 0)
      return here > 1.04 * there ? nil : "test loss is \(here), with the least \(there)"
    },
    Claim(realData) { run in
      let (training, test) = DigitTraining.digits(
        run[trainingSize], wrongLabels: run[wrongLabels], seed: run.seed)
      let shades = Set((0...16).map { Double($0) / 8 - 1 })
      let isMeasured = (training.features + test.features).allSatisfy(shades.contains)
      return isMeasured && training.rows == run[trainingSize] ? nil : "not digits of 17 shades"
    },
  ]
}
