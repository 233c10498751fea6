import Experiments
import Tuning

/// Successive halving over trainings that an early look shows only in part.
///
/// Final losses are standard normal draws, and what is seen of one before its end is as in
/// ``EarlyLook``. Many trainings are begun; at each look the best-looking part is kept and trained on,
/// `factor` times as long; whoever is left is trained for all 81 epochs.
/// Every look has noise of its own. 256 searches are compared with searches that train to the end, as many as the same epochs pay for.
package enum HalvingSearch: Simulation {
  package static let name = "halving-search"
  package static let summary =
    "Successive halving: many trainings begun, few finished, and what is lost by judging early"
  package static let usesChance = true

  /// How many searches are made.
  static let searches = 256

  /// How far apart two losses have to be to count.
  static let nearness = 0.1

  // What it takes

  static let arms = Knob<Int>("arms", 1...300, .log, default: 81, "how many trainings are begun")
  static let firstLook = Knob<Int>(
    "first-look", 1...81, .log, default: 1, "after how many of the 81 epochs they are judged first")
  static let factor = Knob<Int>(
    "factor", 2...9, default: 3, "how many times fewer are kept, and trained so many times as long")
  static let slowStart = Knob<Double>(
    "slow-start", .linear(0...2), default: 0,
    "how much those that end well lag behind at first; above √epochs ranks are reversed")
  static let noise = Knob<Double>(
    "noise", .log(0.3...3), default: 1.5, "standard deviation of a look after one epoch")

  package static let knobs: [any AnyKnob] = [arms, firstLook, factor, slowStart, noise]

  /// Of one training nothing is seen that counts, and from a look at the end one is kept.
  package static func idleKnobs(_ settings: Settings) -> Set<String> {
    if settings[arms] == 1 { return [firstLook.name, factor.name, slowStart.name, noise.name] }
    return settings[firstLook] == EarlyLook.whole ? [factor.name] : []
  }

  // What it gives

  static let predictedBestLoss = Metric(
    "predicted-best-loss", "minus the expected largest of so many normal draws",
    .fixed(decimals: 3), isExact: true)
  static let bestLoss = Metric(
    "best-loss", "final loss of the best of all that were begun, mean of 256",
    .fixed(decimals: 3), theory: .expectation(predictedBestLoss))
  static let loss = Metric(
    "loss", "final loss of the one that is chosen, mean of 256; a random one has 0",
    .fixed(decimals: 3), theory: .lowerBound(bestLoss), better: .lower)
  static let predictedWholeLoss = Metric(
    "predicted-whole-loss", "what whole-loss is in expectation", .fixed(decimals: 3),
    isExact: true)
  static let wholeLoss = Metric(
    "whole-loss", "final loss of the best-looking of whole trainings for as many epochs",
    .fixed(decimals: 3), theory: .expectation(predictedWholeLoss), better: .lower)
  static let keptShare = Metric(
    "kept-share", "share of the 256 searches whose first look kept the best of all",
    .fixed(decimals: 3), better: .higher, kind: .share)
  static let epochs = Metric(
    "epochs", "epochs in all, where trainings begin afresh after every look", .count,
    better: .lower, isExact: true)
  static let resumedEpochs = Metric(
    "resumed-epochs", "epochs in all, where trainings go on from where they were", .count,
    better: .lower, isExact: true)
  static let looks = Metric(
    "looks", "how many looks there are, the last at the end", .count, isExact: true)
  static let wholes = Metric(
    "whole-trainings", "how many whole trainings the same epochs pay for, at least 1", .count,
    isExact: true)

  package static let metrics = [
    loss, wholeLoss, predictedWholeLoss, bestLoss, predictedBestLoss, keptShare, looks, epochs,
    resumedEpochs, wholes,
  ]

  static let looksFigure = FigureKind(
    "looks", "trainings of one search: what the first look sees, and how they end")
  static let firstLookFigure = FigureKind(
    "first-look", "final loss of the choice by when the first look comes")

  package static let figures = [looksFigure, firstLookFigure]

  // What it finds

  private static let losses = [loss, wholeLoss, predictedWholeLoss]

  static let gains = FindingKind(
    "gains", "the choice ends over 0.1 below that of whole trainings for as many epochs",
    explains: losses)
  static let noGain = FindingKind(
    "no-gain", "the choice ends within 0.1 of that of whole trainings for as many epochs",
    explains: losses)
  static let misjudges = FindingKind(
    "misjudges", "the choice ends over 0.1 above that of whole trainings for as many epochs",
    explains: losses)
  static let reversed = FindingKind(
    "reversed", "the slow start is above the root of the first look's epochs",
    explains: [keptShare])

  package static let findings = [gains, noGain, misjudges, reversed]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let (arms, factor) = (settings[arms], settings[factor])
    let searches = HalvingSearches(
      arms: arms,
      plan: HalvingPlan(
        arms: arms, firstLook: settings[firstLook], factor: factor, whole: EarlyLook.whole),
      curve: EarlyLook.Curve(settings[slowStart], settings[noise]), seed: seed)
    var outcome = Outcome()
    for (metric, value) in searches.values { outcome[metric] = value }
    outcome.findings = searches.findings
    outcome.draw { [searches.looksFigure, searches.firstLookFigure(factor: factor)] }
    let wholes = HalvingSearches.wholes(searches.plan)
    let seen = searches.plan.looks.reduce(wholes) { $0 + $1.arms }
    outcome.cost = Cost(
      multiplyAdds: 2 * Self.searches * seen, bytes: 8 * (2 * max(arms, wholes) + 2 * arms))
    return outcome
  }
}
