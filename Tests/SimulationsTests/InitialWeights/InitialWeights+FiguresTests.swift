import Experiments
import Learning
import Testing

@testable import Simulations

enum InitialWeightsTies: FigureTies {
  static let simulation: any Simulation.Type = InitialWeights.self
  static let settings = [
    ["scheme": "he"],
    ["scheme": "normal", "deviation": "0.2", "activation": "tanh", "depth": "5"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let depth = try run.count("depth")
    let law = WeightLaw(
      run.settings[InitialWeights.scheme], deviation: try run.number("deviation"),
      width: try run.count("width"))
    let unit = run.settings[InitialWeights.activation]
    let passes = (0..<8).map { LayerPass(law, unit, depth: depth, seed: run.seed, network: $0) }
    let theory = SignalTheory(law, unit, depth: depth)
    let layers = (0...depth).map(Double.init)
    let gradients = (0...depth).map { layer in
      passes.reduce(1.0) { $0 * $1.gradients[layer] }.squareRoot().squareRoot().squareRoot()
    }
    TiedRun.expect(gradients[0], try run.metric("gradient-ratio"), 1e-9, "gradient ratio")
    TiedRun.expect(
      theory.typicalGradients[0], try run.metric("predicted-gradient-ratio"), 1e-9, "theory")
    let training = SymmetryTraining(law, unit, seed: run.seed)
    func weights(_ network: Network) -> (x: [Double], y: [Double]) {
      let first = network.layers[0].weights
      let pairs = (0..<8).map {
        (x: network.parameters[first + 2 * $0], y: network.parameters[first + 2 * $0 + 1])
      }.sorted { $0.x < $1.x }
      return (pairs.map(\.x), pairs.map(\.y))
    }
    let (before, after) = (weights(training.before), weights(training.after))
    let moments = { run.frame($0, .line, "layer", "second moment", .log) }
    return [
      moments("signal"),
      run.curve("signal", "measured", "signal-ratio", along: "depth"),
      run.curve("signal", "theory", .theory, "predicted-signal-ratio", along: "depth"),
      moments("gradient"),
      run.points("gradient", "measured", x: layers, y: gradients),
      run.points("gradient", "theory", .theory, x: layers, y: theory.typicalGradients),
      moments("networks"),
      run.curve("networks", "theory, mean", .theory, "predicted-mean-ratio", along: "depth"),
      run.frame("units", .scatter, "weight from the first input", "weight from the second input"),
      run.points("units", "before", x: before.x, y: before.y),
      run.points("units", "after 100 steps", x: after.x, y: after.y),
    ]
      + (0..<5).map {
        run.points("networks", "network \($0 + 1)", x: layers, y: passes[$0].signals)
      }
  }
}
