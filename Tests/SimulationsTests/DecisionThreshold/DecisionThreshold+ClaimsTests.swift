import Experiments
import Learning
import Numerics

@testable import Simulations

extension DecisionThreshold: Claiming {
  static let claims = [
    Claim(nothingCalled) { run in
      let highest = decision(run).scored.scores.max() ?? 0
      return highest < run[threshold] ? bestFault(run) : "a row scores \(highest)"
    },
    Claim(tooEager) { run in
      let found = scan(run)
      if found.above < found.here / 0.95 { return "F1 is at most \(found.above) higher up" }
      return found.below > found.above ? "F1 is better lower down" : bestFault(run)
    },
    Claim(tooStrict) { run in
      let found = scan(run)
      if found.below < found.here / 0.95 { return "F1 is at most \(found.below) lower down" }
      return found.above > found.below ? "F1 is better higher up" : bestFault(run)
    },
    Claim(nearBest) { run in
      let found = scan(run)
      let best = max(found.above, found.below)
      return found.here >= 0.95 * best ? bestFault(run) : "F1 \(found.here), \(best) elsewhere"
    },
    Claim(noBetterThanNever) { run in
      let scored = decision(run).scored
      let rows = zip(scored.truth, scored.scores)
      let right = rows.count { $0.0 == ($0.1 >= run[threshold]) }
      let never = rows.count { !$0.0 }
      return right <= never ? nil : "\(right) rows are right, \(never) by never"
    },
    Claim(ranking) { run in
      let scored = decision(run).scored
      let order = zip(scored.scores, scored.truth).sorted { $0.0 < $1.0 }
      var (lower, won, positives) = (0.0, 0.0, 0.0)
      for (_, isPositive) in order {
        if isPositive { (won, positives) = (won + lower, positives + 1) } else { lower += 1 }
      }
      let share = won / (positives * lower)
      if abs(share - (run[auc.measured] ?? 0)) > 1e-9 { return "\(share) of pairs" }
      let other = try run.turning(threshold, to: 1.23)[auc.measured]
      if other != run[auc.measured] { return "another threshold has \(other ?? 0)" }
      guard let theory = run[auc.predicted] else { return nil }
      let spread = Elementary.squareRoot(theory * (1 - theory) / positives)
      return abs(share - theory) < 5 * spread + 1e-9 ? nil : "\(theory) by theory"
    },
    Claim(realData) { run in
      let chinstraps = Penguins.all.count { $0.species == .chinstrap }
      let scored = decision(run).scored
      let held = scored.truth.count { $0 }
      let half = Penguins.all.count / 2
      return abs(scored.truth.count - half) <= 1 && abs(held - chinstraps / 2) <= 1
        && run.finding.message.hasPrefix("\(scored.truth.count) penguins")
        ? nil : "\(held) of \(scored.truth.count)"
    },
  ]

  private static func decision(_ run: ClaimedRun) -> Decision {
    Decision(
      at: run[threshold], on: run[data], share: run[positiveShare], separation: run[separation],
      rows: run[rows], seed: run.seed)
  }

  /// F1 as it is, and the best of all thresholds above and below, row after row from the top.
  private static func scan(_ run: ClaimedRun) -> (here: Double, above: Double, below: Double) {
    let scored = decision(run).scored
    let order = zip(scored.scores, scored.truth).sorted { $0.0 > $1.0 }
    let positives = Double(order.count { $0.1 })
    var (hits, alarms) = (0.0, 0.0)
    var (here, above, below) = (0.0, 0.0, 0.0)
    for (score, isPositive) in order {
      if isPositive { hits += 1 } else { alarms += 1 }
      let value = 2 * hits / (positives + hits + alarms)
      if score >= run[threshold] { (here, above) = (value, max(above, value)) }
      // From the threshold down to here nothing more is called until a lower score is.
      if score < run[threshold] { below = max(below, value) }
    }
    return (here, above, max(below, here))
  }

  /// The best F1 that is said to be theory's, against thresholds far beyond those of the knob.
  private static func bestFault(_ run: ClaimedRun) -> String? {
    guard let theory = decision(run).predictedBest?.f1 else { return nil }
    let share = Double(Int((run[positiveShare] * Double(run[rows])).rounded())) / Double(run[rows])
    let best = Spacing.values(40_001, over: -40...40, .linear).map { threshold in
      let recall = Elementary.normalDistribution(run[separation] - threshold)
      let called = share * recall + (1 - share) * Elementary.normalDistribution(-threshold)
      return 2 * share * recall / (share + called)
    }.max()
    return (best ?? 0) <= theory + 1e-6 ? nil : "theory's best \(theory), \(best ?? 0) elsewhere"
  }
}
