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
      // So far down that the start's shares of both directions hardly count.
      let here = try patient(run, 1, 1e-200)
      let best = try Spacing.values(81, over: 0.5...2, .log).map { try patient(run, $0, 1e-200) }
        .min()
      return here <= 1.275 * (best ?? 0) + 1 ? nil : "\(here) steps where \(best ?? 0) do"
    },
  ]

  /// Settings between the best rate and the edge, which are few and narrow.
  static var rare: [Settings] {
    get throws {
      try (1...200).map { number in
        var settings = defaults
        let curvature = 1 + 99 * Double(number) / 200
        let (best, edge) = (2 / (1 + curvature), 2 / curvature)
        let share = 0.3 + 0.7 * Double(number * 61 % 200) / 200
        try settings.turn(Self.curvature.name, to: .real(curvature))
        try settings.turn(learningRate.name, to: .real(min(1, best + share * (edge - best))))
        return settings
      }
    }
  }

  /// Steps to a millionth, or further, at so many times the rate, taken as long as it takes.
  private static func patient(
    _ run: ClaimedRun, _ factor: Double, _ target: Double = 1e-6
  ) throws -> Double {
    let rate = min(max(run[learningRate] * factor, 0.001), 1)
    let curvature = run[curvature]
    let (flatShare, steepShare) = (1 - rate, 1 - curvature * rate)
    let bound = target * (1 + curvature)
    var (flat, steep, step) = (1.0, 1.0, 0)
    while step < 20000 {
      flat *= flatShare
      steep *= steepShare
      step += 1
      if flat * flat + curvature * steep * steep <= bound { return Double(step) }
    }
    return .infinity
  }
}
