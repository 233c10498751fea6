import Experiments
import Numerics

@testable import Simulations

extension LabelShift: Claiming {
  static let claims = [
    Claim(stale) { run in
      let (here, best) = accuracies(run)
      return best - here > 0.0099 ? nil : "\(here), \(best) at best"
    },
    Claim(fits) { run in
      let (here, best) = accuracies(run)
      return best - here < 0.0101 ? nil : "\(here), \(best) at best"
    },
    Claim(worseThanNever) { run in
      let (here, _) = accuracies(run)
      let never = 1 - run[positiveShare]
      guard here < never else { return "\(here), \(never) for never" }
      // A threshold that calls next to nothing is as good.
      let high = try run.turning(threshold, to: 3)
      return high[accuracy.predicted] ?? 0 > here || run[threshold] > 2
        ? nil : "\(here), and no better far up"
    },
  ]

  /// The accuracy here and the highest of all thresholds, by the tails of both classes.
  private static func accuracies(_ run: ClaimedRun) -> (here: Double, best: Double) {
    func accuracy(_ threshold: Double) -> Double {
      let missed = run[positiveShare] * Elementary.normalDistribution(threshold - 1)
      let alarms = (1 - run[positiveShare]) * Elementary.normalDistribution(-1 - threshold)
      return 1 - missed - alarms
    }
    let all = Spacing.values(2001, over: -3...3, .linear).map(accuracy)
    return (accuracy(run[threshold]), all.max() ?? 0)
  }
}
