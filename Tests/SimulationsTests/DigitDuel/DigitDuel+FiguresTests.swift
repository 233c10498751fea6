import Experiments
import Testing

@testable import Simulations

enum DigitDuelTies: FigureTies {
  static let simulation: any Simulation.Type = DigitDuel.self
  static let settings = [["splits": "6", "epochs": "5"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let splits = try run.count("splits")
    var short = SmallSetting()
    short.epochs = try run.count("epochs")
    func accuracies(_ setting: SmallSetting) -> [Double] {
      (0..<splits).map {
        SmallTraining(setting, .digits, split: $0, luck: $0, seed: run.seed).validationAccuracy
      }
    }
    let x = (1...splits).map(Double.init)
    return [
      run.frame("splits", .scatter, "split", "validation accuracy"),
      run.points("splits", "longer", x: x, y: accuracies(SmallSetting())),
      run.points("splits", "shorter", x: x, y: accuracies(short)),
    ]
  }
}
