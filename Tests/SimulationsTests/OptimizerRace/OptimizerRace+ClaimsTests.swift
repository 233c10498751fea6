import Experiments
import Foundation

@testable import Simulations

extension OptimizerRace: Claiming {
  static let claims = [
    Claim(diverging) { run in
      let losses = Losses(run).after(20000)
      let (middle, end) = (losses[10000], losses[20000])
      let grows = end > middle * (1 + 1e-9) || !(end <= .greatestFiniteMagnitude)
      return grows ? nil : "20000 steps end at \(end), half as many at \(middle)"
    },
    Claim(endedHigher) { run in
      let ends = near(run).map { Losses(run, $0).after(run[steps])[run[steps]] }
      guard let end = ends.max(), end >= 0.99 else { return "it ended at \(ends)" }
      guard run[edge] != nil else { return nil }
      let losses = Losses(run).after(20000)
      let shrinks = losses[20000] == 0 || losses[20000] < min(losses[10000], end)
      return shrinks ? nil : "20000 steps end at \(losses[20000])"
    },
    Claim(notThere) { run in
      let losses = Losses(run).after(run[steps])
      if losses.suffix(1).allSatisfy({ $0 <= 0.999e-6 }) { return "it is there" }
      return longRun(run)
    },
    Claim(detour) { run in
      guard let best = run[bestRate], let needed = run[stepsToTarget] else { return "no best rate" }
      let there = beside(best, run)
      return there.needed < needed ? nil : "\(there.all) steps near the best rate"
    },
    Claim(wellTuned) { run in
      guard let needed = run[stepsToTarget] else { return "it does not arrive" }
      let arrivals = near(run).map { Losses(run, $0).steps(run[steps]) }
      let slack = run[edge] == nil ? 1.05 : 1
      guard arrivals.contains(where: { $0 <= slack * needed + 1 }) else {
        return "it is there after \(arrivals)"
      }
      guard let best = run[bestRate], let least = run[bestSteps] else { return longRun(run) }
      let there = beside(best, run)
      if there.needed > 2 * least + 1 { return "\(there.all) steps beside the best" }
      let isSooner = run.finding.message.contains("the best, ") && needed < least
      return isSooner ? "the best takes \(least), this run \(needed)" : longRun(run)
    },
  ]

  /// Short runs at high rates, most of which end higher than they began.
  static var rare: [Settings] {
    get throws {
      try (0..<400).map { number in
        var settings = defaults
        let runner = [Runner.momentum, .nesterov, .rmsprop, .adam, .adamw][number % 5]
        let share = Double(number) / 400
        try settings.turn(optimizer.name, to: runner.settingValue)
        try settings.turn(Self.momentum.name, to: .real(0.9 + 0.09 * share))
        try settings.turn(
          learningRate.name, to: .real(runner == .nesterov ? 1.3 : 4 - 2 * share))
        try settings.turn(Self.condition.name, to: .real(1 + 20 * share))
        try settings.turn(rotation.name, to: .real(Double(number % 46)))
        try settings.turn(steps.name, to: .integer(10 + number % 17))
        return settings
      }
    }
  }

  /// The rate of a run, and where no theory holds rates so near that only rounding tells them apart.
  ///
  /// There an implementation of its own, which rounds otherwise, may end elsewhere at the same rate.
  private static func near(_ run: ClaimedRun) -> [Double] {
    let rate = run[learningRate]
    guard run[edge] == nil else { return [rate] }
    return (-4...4).map { step -> Double in rate * (1 + 0.00025 * Double(step)) }
  }

  /// Steps at the best rate and at four within half a percent, and what all of them need at most.
  ///
  /// Where no theory holds, what two of them need: a run that is there may be thrown out again after
  /// thousands of steps, and rounding says when.
  private static func beside(_ best: Double, _ run: ClaimedRun) -> (all: [Double], needed: Double) {
    let all = [0.995, 0.9975, 1, 1.0025, 1.005].map { Losses(run, best * $0).steps(run[steps]) }
    return (all, all.sorted()[run[edge] == nil ? 1 : 4])
  }

  /// In the long run the distance goes as theory says, seen over many more steps than were taken.
  private static func longRun(_ run: ClaimedRun) -> String? {
    guard let told = run[predictedGrowth] else { return nil }
    let losses = Losses(run).after(8000)
    // As far as numbers are exact; losses are squares.
    let count = losses.firstIndex { $0 < 1e-280 } ?? 8000
    let measured = pow(losses[count / 2] / losses[count - 1], -0.5 / Double(count - 1 - count / 2))
    // Swings, and a direction that dies slowly, leave a factor that is spread over the steps.
    let slack = pow(1e6, 1 / Double(count))
    return count < 20 || measured < told * slack && measured > told / slack
      ? nil : "\(told) is told, \(measured) measured late in \(count) steps"
  }

  /// The losses of a run over the first, from the rules as their sources write them.
  private struct Losses {
    let run: ClaimedRun
    let rate: Double

    init(_ run: ClaimedRun, _ rate: Double? = nil) {
      self.run = run
      self.rate = rate ?? run[learningRate]
    }

    /// The step from which on the loss is at or under a millionth; infinite if there is none.
    func steps(_ count: Int) -> Double {
      let losses = after(count)
      guard let last = losses.lastIndex(where: { !($0 <= 1e-6) }) else { return 0 }
      return last < count ? Double(last + 1) : .infinity
    }

    /// The losses before the first step and after each.
    func after(_ count: Int) -> [Double] {
      let (beta, condition) = (run[momentum], run[condition])
      let angle = run[rotation] * .pi / 180
      let (c, s) = (cos(angle), sin(angle))
      var (x, y) = (c - 0.7 * s, s + 0.7 * c)
      var (vx, vy, qx, qy) = (0.0, 0.0, 0.0, 0.0)
      var (one, two) = (1.0, 1.0)
      let first = 0.5 * (1 / condition + 0.49)
      var losses = [1.0]
      losses.reserveCapacity(count + 1)
      for _ in 0..<count {
        let (along, across) = ((c * x + s * y) / condition, c * y - s * x)
        let (gx, gy) = (c * along - s * across, s * along + c * across)
        switch run[optimizer] {
        case .gradientDescent: (x, y) = (x - rate * gx, y - rate * gy)
        case .momentum:
          (vx, vy) = (beta * vx + gx, beta * vy + gy)
          (x, y) = (x - rate * vx, y - rate * vy)
        case .nesterov:
          (vx, vy) = (beta * vx + gx, beta * vy + gy)
          (x, y) = (x - rate * (gx + beta * vx), y - rate * (gy + beta * vy))
        case .rmsprop:
          (qx, qy) = (0.99 * qx + 0.01 * gx * gx, 0.99 * qy + 0.01 * gy * gy)
          x -= rate * gx / (qx.squareRoot() + 1e-8)
          y -= rate * gy / (qy.squareRoot() + 1e-8)
        case .adam, .adamw:
          if run[optimizer] == .adamw { (x, y) = (x * (1 - 0.01 * rate), y * (1 - 0.01 * rate)) }
          (vx, vy) = (beta * vx + (1 - beta) * gx, beta * vy + (1 - beta) * gy)
          (qx, qy) = (0.999 * qx + 0.001 * gx * gx, 0.999 * qy + 0.001 * gy * gy)
          (one, two) = (one * beta, two * 0.999)
          x -= rate * (vx / (1 - one)) / ((qx / (1 - two)).squareRoot() + 1e-8)
          y -= rate * (vy / (1 - one)) / ((qy / (1 - two)).squareRoot() + 1e-8)
        }
        let (l, a) = (c * x + s * y, c * y - s * x)
        losses.append(0.5 * (l * l / condition + a * a) / first)
      }
      return losses
    }
  }
}
