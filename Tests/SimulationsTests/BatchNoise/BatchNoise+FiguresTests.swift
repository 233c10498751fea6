import Experiments
import Foundation
import Learning
import Numerics
import Testing

@testable import Simulations

enum BatchNoiseTies: FigureTies {
  static let simulation: any Simulation.Type = BatchNoise.self
  static let settings = [
    ["sampling": "epoch-shuffle", "batch-size": "7", "learning-rate": "0.5", "samples": "700"]
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (rate, batch) = (try run.number("learning-rate"), try run.count("batch-size"))
    let sampling = run.settings[BatchNoise.sampling]
    let theory = MeanEstimation(rate: rate, batchSize: batch, sampling: sampling)
    func spread(_ samples: Double, _ side: Double) -> Double {
      let updates = Int(samples) / batch
      return 5 * (1 - rate).raised(to: updates)
        + side * theory.variance(after: updates).squareRoot()
    }
    let ball = "noise-ball"
    var ties = [
      run.frame("variance", .scatter, "batch size", .log, "variance", .log),
      run.curve("variance", "measured", "gradient-variance", along: "batch-size"),
      run.values("variance", "theory, 1/B", .theory) { 1 / $0 },
      run.marker("variance", "batch \(batch)", x: Double(batch)),
      run.frame("error", .line, "samples", "squared error", .log),
      run.curve("error", "measured", "squared-error", along: "samples"),
      run.curve("error", "theory", .theory, "predicted-squared-error", along: "samples"),
      run.frame(ball, .line, "samples", "distance from the mean"),
      run.values(ball, "theory, +1 deviation", .theory) { spread($0, 1) },
      run.values(ball, "theory, −1 deviation", .theory) { spread($0, -1) },
    ]
    if sampling == .epochShuffle {
      ties += [
        run.values("variance", "theory, without replacement", .theory) { (512 - $0) / ($0 * 511) },
        run.curve(
          "error", "theory, independent batches", .theory, "predicted-squared-error",
          along: "samples", with: ["sampling": "with-replacement"]),
      ]
    }
    return ties
      + (0..<3).map { chain in
        run.tie(ball, "chain \(chain + 1)") { drawn in
          var order = BatchNoise.Order(BatchNoise.standardizedExamples(seed: run.seed), sampling)
          var stream = RandomStream(seed: run.seed, "order", chain)
          var (weight, done) = (5.0, 0)
          for (samples, place) in zip(drawn.x, drawn.y) {
            while done < Int(samples) / batch {
              weight += rate * (order.batchMean(batch, from: &stream) - weight)
              done += 1
            }
            TiedRun.expect(place, weight, 1e-9, floor: 1e-3, "chain \(chain + 1)")
          }
        }
      }
  }
}
