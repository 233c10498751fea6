import Experiments
import Foundation
import Testing

@testable import Simulations

enum GradientChainTies: FigureTies {
  static let simulation: any Simulation.Type = GradientChain.self
  static let settings = [
    ["activation": "relu", "weight": "0.5"], ["activation": "tanh", "weight": "1.5"],
    ["activation": "identity", "weight": "2", "depth": "30"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (name, weight) = (try run.text("activation"), try run.number("weight"))
    let depth = try run.count("depth")
    func unit(_ sum: Double) -> (value: Double, slope: Double) {
      switch name {
      case "sigmoid":
        let value = 1 / (1 + exp(-sum))
        return (value, value * (1 - value))
      case "tanh": return (tanh(sum), 1 - tanh(sum) * tanh(sum))
      default: return (sum, 1)
      }
    }
    var (signals, factors) = ([1.0], [Double]())
    for _ in 0..<depth {
      let (value, slope) = unit(weight * signals[signals.count - 1])
      signals.append(value)
      factors.append(weight * slope)
    }
    let gradients = (0...depth).map { factors[$0...].reduce(1, *) }
    TiedRun.expect(gradients[0], try run.metric("gradient"), 1e-9, "gradient")
    let largest = name == "sigmoid" ? 0.25 : 1
    let layers = (0...depth).map(Double.init)
    TiedRun.expect(
      run.outcome.figures[0].series[1].y[0], try run.metric("bound"), 1e-9, "bound of all layers")
    var ties = [
      run.frame("gradient", .line, "layer", "gradient", .log),
      run.points("gradient", "measured", x: layers, y: gradients),
      run.values("gradient", "bound", .theory) {
        (largest * weight).raised(to: depth - Int($0))
      },
      run.frame("signal", .line, "layer", "signal"),
      run.points("signal", "measured", x: layers, y: signals),
    ]
    if ["sigmoid", "tanh"].contains(name) || weight <= 1 {
      ties.append(
        run.tie("signal", "settles at", .theory) { drawn in
          for y in drawn.y { TiedRun.expect(unit(weight * y).value, y, 1e-9, "settled") }
          #expect(drawn.y[0] > 0 || weight < 1)
        })
    }
    return ties
  }
}
