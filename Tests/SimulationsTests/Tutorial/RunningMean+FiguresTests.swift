import Experiments
import Learning
import Numerics
import Testing

@testable import Simulations

/// What the tutorial's figure must agree with, as every simulation of the catalogue says.
enum RunningMeanTies: FigureTies {
  static let simulation: any Simulation.Type = RunningMean.self
  static let settings = [["smoothing": "0"], ["smoothing": "0.99"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let kept = try run.number("smoothing")
    var stream = RandomStream(seed: run.seed, "values")
    let start = stream.normal() * ((1 - kept) / (1 + kept)).squareRoot()
    let values = (0..<100).map { _ in stream.normal() }
    let means = values.reduce(into: [start]) { means, value in
      means.append(kept * means[means.count - 1] + (1 - kept) * value)
    }
    let steps = (1...100).map(Double.init)
    return [
      run.frame("trace", .line, "step", "value"),
      run.points("trace", "value", x: steps, y: values),
      run.points("trace", "mean", x: steps, y: Array(means.dropFirst()), floor: 1e-3),
    ]
  }
}
