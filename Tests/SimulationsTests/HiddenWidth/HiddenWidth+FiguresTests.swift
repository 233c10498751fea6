import Experiments
import Foundation
import Testing

@testable import Simulations

enum HiddenWidthTies: FigureTies {
  static let simulation: any Simulation.Type = HiddenWidth.self
  static let settings = [["hidden-units": "4", "epochs": "40"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let middle = WidthTraining(
      hiddenUnits: try run.count("hidden-units"), epochs: try run.count("epochs"),
      learningRate: try run.number("learning-rate"), noise: try run.number("noise"), seed: run.seed
    ).middle
    let data = middle.examples
    func probability(_ x: Double, _ y: Double) -> Double {
      1 / (1 + exp(-middle.network.predictions(for: [x, y])[0]))
    }
    let right = (0..<data.rows).count {
      (probability(data.features[2 * $0], data.features[2 * $0 + 1]) > 0.5)
        == (data.targets[$0] == 1)
    }
    let median = try run.metric("median-accuracy")
    #expect(Double(right) / 200 == median)
    let (worst, solvers) = (try run.metric("worst-accuracy"), try run.metric("solvers"))
    return [
      run.frame("boundary", .boundary, "x", "y"),
      run.rows("boundary", "class 0", data, 0), run.rows("boundary", "class 1", data, 1),
      run.field("boundary", levels: [0.5], classes: ["class 0", "class 1"], probability),
      run.frame("accuracy", .scatter, "network, from the worst", "training accuracy"),
      run.tie("accuracy", "accuracy") { drawn in
        #expect(drawn.x == (1...16).map(Double.init) && drawn.y == drawn.y.sorted())
        #expect(drawn.y[0] == worst && drawn.y[8] == median)
        #expect(Double(drawn.y.count { $0 >= 0.95 }) / 16 == solvers)
      },
      run.level("accuracy", "counts as solved", 0.95),
    ]
  }
}
