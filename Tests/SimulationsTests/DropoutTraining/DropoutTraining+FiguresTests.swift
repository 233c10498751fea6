import Experiments
import Foundation
import Testing

@testable import Simulations

enum DropoutTrainingTies: FigureTies {
  static let simulation: any Simulation.Type = DropoutTraining.self
  static let settings = [["dropout": "0.1", "hidden-units": "4", "training-size": "20"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let pairs = DropoutPairs(
      dropout: try run.number("dropout"), hiddenUnits: try run.count("hidden-units"),
      trainingSize: try run.count("training-size"), noise: try run.number("noise"),
      seed: run.seed)
    let first = pairs.pairs[0].with
    // Its distance from the wave, which is all that tells it from the other of the pair.
    let misses = (0..<96).map { (Double($0) + 0.5) / 96 }.map { place in
      let off = first.network.predictions(for: [4 * place - 2])[0] - sin(4 * .pi * place)
      return off * off
    }
    TiedRun.expect(misses.reduce(0, +) / 96, first.testLoss, 1e-9, "test loss of the first")
    let (with, without) = (try run.metric("test-loss"), try run.metric("loss-without"))
    let helped = try run.metric("helped")
    let places = (1...16).map(Double.init)
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / 16 }
    return [
      run.frame("fit", .line, "x", "y"),
      run.values("fit", "wave", .theory, floor: 1e-3) { sin(4 * .pi * $0) },
      run.values("fit", "network", floor: 1e-3) {
        first.network.predictions(for: [4 * $0 - 2])[0]
      },
      run.frame("networks", .scatter, "network, from the best without dropout", "test loss"),
      run.tie("networks", "without") { drawn in
        #expect(drawn.x == places && drawn.y == drawn.y.sorted())
        TiedRun.expect(mean(drawn.y), without, 1e-9, "mean without")
      },
      run.tie("networks", "with dropout") { drawn in
        #expect(drawn.x == places)
        TiedRun.expect(mean(drawn.y), with, 1e-9, "mean with dropout")
        let twins = run.outcome.figures[1].series[0].y
        #expect(Double(zip(drawn.y, twins).count { $0 < $1 }) == helped)
      },
    ]
  }
}
