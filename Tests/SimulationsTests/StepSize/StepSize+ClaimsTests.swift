import Experiments
import Numerics

@testable import Simulations

extension StepSize: Claiming {
  static let claims = [
    Claim(unstableStep) { run in
      let longer = try run.turning(steps, to: 1000)
      let loss = longer[relativeLoss] ?? .infinity
      // The flat coordinate may still come down while the steep one stands or grows.
      let steep = abs(1 - run[learningRate] * run[curvature])
      if steep > 1.02 { return loss > 1 ? nil : "1000 steps end at \(loss)" }
      return longer[stepsToTarget] == nil ? nil : "1000 steps arrive"
    },
    Claim(slowStep) { run in
      let (here, higher) = try (patient(run, 1), patient(run, 1.02))
      return higher <= here ? nil : "\(here) steps here, \(higher) with a higher rate"
    },
    Claim(overshooting) { run in
      let (here, lower) = try (patient(run, 1), patient(run, 0.99))
      return lower <= here ? nil : "\(here) steps here, \(lower) with a lower rate"
    },
    Claim(nearOptimal) { run in
      let here = try patient(run, 1)
      let best = try Spacing.values(201, over: 0.5...2, .log).map { try patient(run, $0) }.min()
      return here <= 1.25 * (best ?? 0) + 1 ? nil : "\(here) steps where \(best ?? 0) do"
    },
  ]

  /// Steps to a millionth at so many times the rate, taken as long as it takes.
  private static func patient(_ run: ClaimedRun, _ factor: Double) throws -> Double {
    let rate = min(max(run[learningRate] * factor, 0.001), 1)
    var places = [1.0, 1.0]
    for step in 1...20000 {
      places = [places[0] * (1 - rate), places[1] * (1 - run[curvature] * rate)]
      let loss = places[0] * places[0] + run[curvature] * places[1] * places[1]
      if loss <= 1e-6 * (1 + run[curvature]) { return Double(step) }
    }
    return .infinity
  }
}
