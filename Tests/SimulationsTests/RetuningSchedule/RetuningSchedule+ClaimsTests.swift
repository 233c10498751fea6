import Experiments
import Numerics

@testable import Simulations

extension RetuningSchedule: Claiming {
  static let claims = [
    Claim(tooOften) { run in
      let (here, shorter, longer) = costs(run)
      return longer < here / 1.099 && longer <= shorter ? nil : "\(here), \(longer) by a longer one"
    },
    Claim(tooSeldom) { run in
      let (here, shorter, longer) = costs(run)
      return shorter < here / 1.099 && shorter <= longer
        ? nil : "\(here), \(shorter) by a shorter one"
    },
    Claim(nearBest) { run in
      let (here, shorter, longer) = costs(run)
      let measured = run.seeds(4).compactMap { $0[cost] }.reduce(0, +) / 4
      if abs(measured / here - 1) > 0.2 { return "\(measured) measured, \(here)" }
      return here <= 1.101 * min(shorter, longer) ? nil : "\(here), \(min(shorter, longer))"
    },
    Claim(worseThanNever) { run in
      let measured = run.seeds(4).compactMap { $0[cost] }.reduce(0, +) / 4
      return measured > 0.95 ? nil : "\(measured) a step"
    },
  ]

  /// The expected cost here, and the least of shorter and of longer periods.
  private static func costs(_ run: ClaimedRun) -> (here: Double, shorter: Double, longer: Double) {
    func cost(_ period: Double) -> Double {
      let changes = run[changeRate] * period
      return run[tuningCost] / period + 1 - (1 - Elementary.exp(-changes)) / changes
    }
    func least(_ range: ClosedRange<Double>) -> Double {
      Spacing.values(2000, over: range, .log).map(cost).min() ?? .infinity
    }
    let period = Double(run[period])
    return (cost(period), least(1...period), least(period...10_000))
  }
}
