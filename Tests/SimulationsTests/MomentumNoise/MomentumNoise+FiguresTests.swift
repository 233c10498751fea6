import Experiments
import Learning
import Numerics
import Testing

@testable import Simulations

enum MomentumNoiseTies: FigureTies {
  static let simulation: any Simulation.Type = MomentumNoise.self
  static let settings = [["momentum": "0.5", "learning-rate": "1", "steps": "30"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let steps = try run.count("steps")
    let (rate, momentum) = (try run.number("learning-rate"), try run.number("momentum"))
    let passed = (0...steps).map(Double.init)
    let states = NoisyHeavyBall(rate: rate, momentum: momentum).states(after: steps)
    // Two of the chains, whose errors of a step are drawn for all of them at once.
    var stream = RandomStream(seed: run.seed, "noise")
    var (places, velocities) = ([[5.0, 5.0]], [0.0, 0.0])
    for _ in 0..<steps {
      let draws = stream.normals(2048)
      var next = places[places.count - 1]
      for chain in 0..<2 {
        velocities[chain] = momentum * velocities[chain] + next[chain] + draws[chain]
        next[chain] -= rate * velocities[chain]
      }
      places.append(next)
    }
    func shown(_ value: Double) -> Double { value < 1e-9 ? .nan : value }
    func spread(_ side: Double) -> [Double] {
      states.map { $0.mean + side * max(0, $0.variance).squareRoot() }
    }
    return [
      run.frame("error", .line, "step", "squared error", .log),
      run.curve("error", "measured", "squared-error", along: "steps", shown: shown),
      run.curve(
        "error", "theory", .theory, "predicted-squared-error", along: "steps", shown: shown),
      run.level("error", "noise floor", try run.metric("noise-floor")),
      run.frame("chains", .line, "step", "distance from the minimum"),
      run.points("chains", "chain 1", x: passed, y: places.map { $0[0] }, floor: 0.01),
      run.points("chains", "chain 2", x: passed, y: places.map { $0[1] }, floor: 0.01),
      run.points("chains", "theory, +1 deviation", .theory, x: passed, y: spread(1)),
      run.points("chains", "theory, −1 deviation", .theory, x: passed, y: spread(-1)),
    ]
  }
}
