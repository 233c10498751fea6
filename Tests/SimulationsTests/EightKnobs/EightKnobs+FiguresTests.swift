import Experiments
import Testing

@testable import Simulations

enum EightKnobsTies: FigureTies {
  static let simulation: any Simulation.Type = EightKnobs.self
  static let settings = [
    ["learning-rate": "0.02", "epochs": "6"],
    ["data": "penguins", "optimizer": "momentum", "learning-rate": "1", "epochs": "9"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let epochs = try run.count("epochs")
    let result = RunResult(RunPlan(tuning: run.settings), seed: run.seed)
    let places = (0...epochs).map(Double.init)
    let blind = result.blindLoss
    func shown(_ losses: [Double]) -> [Double] { losses.map { $0 <= 4 * blind ? $0 : .nan } }
    return [
      run.frame("losses", .line, "epoch", "cross-entropy"),
      run.points("losses", "training", x: places, y: shown(result.trainingLosses)),
      run.curve("losses", "validation", "validation-loss", along: "epochs") {
        $0 <= 4 * blind ? $0 : .nan
      },
      run.points(
        "losses", "knowing nothing", .theory, x: [0, Double(epochs)], y: [blind, blind]),
      run.marker("losses", "lowest: epoch \(result.bestEpoch)", x: Double(result.bestEpoch)),
    ]
  }
}
