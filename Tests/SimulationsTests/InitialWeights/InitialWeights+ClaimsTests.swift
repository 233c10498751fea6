import Experiments
import Foundation
import Learning
import Numerics

@testable import Simulations

extension InitialWeights: Claiming {
  static let claims = [
    Claim(vanishing) { run in
      let (signal, gradient) = sizes(run)
      return min(signal, gradient) < 0.2 ? nil : "becomes \(signal), the gradient \(gradient)"
    },
    Claim(exploding) { run in
      let (signal, gradient) = sizes(run)
      return max(signal, gradient) > 5 ? nil : "becomes \(signal), the gradient \(gradient)"
    },
    Claim(steady) { run in
      let (signal, gradient) = sizes(run)
      let isSteady = min(signal, gradient) > 0.05 && max(signal, gradient) < 20
      return isSteady ? nil : "becomes \(signal), the gradient \(gradient)"
    },
    Claim(symmetric) { run in
      let random = try run.turning((scheme.name, .choice("he")))
      guard random[distinctUnits] == 8 else { return "random units are alike too" }
      return run.seeds(2).allSatisfy { $0[distinctUnits] == 1 } ? nil : "not for other seeds"
    },
  ]

  /// The second moments of the same networks by other means.
  ///
  /// The signal is what a network predicts. The gradient is no pass backward but differences of
  /// predictions: along a random direction their mean square is that of the gradient's numbers. That of
  /// sixteen directions is exact to a third a network, and to an eighth over eight of them.
  private static func sizes(_ run: ClaimedRun) -> (signal: Double, gradient: Double) {
    let law = WeightLaw(run[scheme], deviation: run[deviation], width: run[width])
    let unit = run[activation].activation
    var (signal, gradient) = (0.0, 0.0)
    for number in 0..<networks {
      var weights = RandomStream(seed: run.seed, "initial weights", number)
      let network = Network(
        widths: Array(repeating: law.width, count: run[depth] + 1), hidden: unit, output: unit,
        initialization: law.initialization, from: &weights)
      var data = RandomStream(seed: run.seed, "data", number)
      let (input, end) = (normalized(&data, law.width), normalized(&data, law.width))
      signal += log(moment(network.predictions(for: input)))
      let directions = (0..<16).map { _ in normalized(&data, law.width) }
      // All of them in one pass.
      let (ahead, behind) = (
        network.predictions(for: directions.flatMap { zip(input, $0).map { $0 + 1e-6 * $1 } }),
        network.predictions(for: directions.flatMap { zip(input, $0).map { $0 - 1e-6 * $1 } })
      )
      let slopes = directions.indices.map { row in
        end.indices.reduce(0.0) { sum, column in
          let place = row * law.width + column
          return sum + end[column] * (ahead[place] - behind[place]) / 2e-6
        }
      }
      gradient += log(moment(slopes) / Double(law.width))
    }
    return (exp(signal / Double(networks)), exp(gradient / Double(networks)))
  }

  private static func normalized(_ stream: inout RandomStream, _ count: Int) -> [Double] {
    let values = stream.normals(count)
    let size = moment(values).squareRoot()
    return values.map { $0 / size }
  }

  private static func moment(_ values: [Double]) -> Double {
    values.reduce(0) { $0 + $1 * $1 } / Double(values.count)
  }
}
