import Experiments

@testable import Simulations

extension TimeSplit: Claiming {
  static let claims = [
    Claim(leak) { run in
      let (random, future) = errors(run)
      return random < 0.9 * future ? nil : "\(random), \(future) in the future"
    },
    Claim(honest) { run in
      let (random, future) = errors(run)
      return random >= 0.9 * future - 1e-9 ? nil : "\(random), \(future) in the future"
    },
    Claim(wrongChoice) { run in
      let (random, future) = errors(run)
      let mean = try run.turning((model.name, .choice(Model.mean.rawValue)))
      guard mean[predictedRandomError] == 1, mean[predictedFutureError] == 1 else {
        return "the mean is not 1 off"
      }
      return random < 1 && future > 1 ? nil : "\(random), \(future) in the future"
    },
  ]

  /// Both expected errors, distance by distance.
  private static func errors(_ run: ClaimedRun) -> (random: Double, future: Double) {
    func error(_ distance: Int) -> Double {
      let kept = run[correlation].raised(to: distance)
      return switch run[model] {
      case .nearest: 2 - 2 * kept
      case .shrunken: 1 - kept * kept
      case .mean: 1
      }
    }
    let square = run[testShare] * run[testShare]
    let random = (1...100).reduce(0) {
      $0 + square.raised(to: $1 - 1) * (1 - square) * error($1)
    }
    let future = (1...run[horizon]).map(error).reduce(0, +) / Double(run[horizon])
    return (random, future)
  }
}
