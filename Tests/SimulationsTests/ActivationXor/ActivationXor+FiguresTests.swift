import Experiments
import Foundation
import Testing

@testable import Simulations

enum ActivationXorTies: FigureTies {
  static let simulation: any Simulation.Type = ActivationXor.self
  static let settings = [
    ["activation": "tanh", "learning-rate": "0.3", "epochs": "100"],
    ["activation": "identity", "hidden-units": "1", "epochs": "50"],
    ["activation": "relu", "hidden-units": "16", "learning-rate": "1", "epochs": "40"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (name, epochs) = (try run.text("activation"), try run.count("epochs"))
    func unit(_ sum: Double) -> (value: Double, slope: Double) {
      switch name {
      case "sigmoid":
        let value = 1 / (1 + exp(-sum))
        return (value, value * (1 - value))
      case "tanh": return (tanh(sum), 1 / (cosh(sum) * cosh(sum)))
      case "relu": return (max(0, sum), sum > 0 ? 1 : 0)
      default: return (sum, 1)
      }
    }
    let networks = XorNetworks(
      run.settings[ActivationXor.activation], units: try run.count("hidden-units"),
      rate: try run.number("learning-rate"), epochs: epochs, seed: run.seed)
    let losses = (0...epochs).map { epoch in
      networks.members.map { $0.losses[epoch].isNaN ? .infinity : $0.losses[epoch] }.sorted()
    }
    let axis = (0...epochs).map(Double.init)
    func ranked(_ series: String, _ place: Int) -> FigureTie {
      run.points("loss", series, x: axis, y: losses.map { $0[place] > 10 ? .nan : $0[place] })
    }
    if let median = run.outcome["median-loss"] {
      TiedRun.expect(
        0.5 * (losses[epochs][11] + losses[epochs][12]), median, 1e-12, "median loss")
    }
    let first = networks.members.first { ($0.losses.last ?? .nan) < 0.1 } ?? networks.members[0]
    let slope = try run.metric("largest-slope")
    return [
      run.frame("function", .line, "weighted sum", "value"),
      run.values("function", "value", floor: 1e-3) { unit($0).value },
      run.values("function", "slope") { unit($0).slope },
      FigureTie(figure: "loss", part: .frame) { figure in
        try run.frame("loss", .line, "epoch", "squared error").check(figure)
        TiedRun.expect(
          run.outcome.figures[0].series[1].y.max() ?? .nan, slope, 1e-9, "largest slope")
      },
      ranked("worst", 23), ranked("median", 11), ranked("best", 0),
      run.frame("solved", .line, "epoch", "share"),
      run.curve("solved", name, "solved", along: "epochs") { $0 / 24 },
      run.frame("boundary", .boundary, "x", "y"),
      run.points("boundary", "−1", x: [-1, 1], y: [-1, 1]),
      run.points("boundary", "+1", x: [-1, 1], y: [1, -1]),
      run.field("boundary", levels: [0], classes: ["−1", "+1"]) { x, y in
        let value = first.network.predictions(for: [x, y])[0]
        return abs(value) < 1e-9 ? 0 : value
      },
    ]
  }
}
