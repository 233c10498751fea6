import Experiments

/// Settings drawn at random, and whether one of them is good.
///
/// The good settings are a cube around the best one that holds a share of all; what leaves a range at
/// one end comes in at the other, so that the best may stand anywhere. A setting's rank is the share of
/// all that is nearer to the best. 1000 searches are compared with exact expectations, in which neither
/// the shape of the good region nor the number of axes appears.
package enum RandomCoverage: Simulation {
  package static let name = "random-coverage"
  package static let summary =
    "Settings drawn at random: how likely one of them is good, and how good the best of them is"
  package static let usesChance = true

  /// How many searches are made.
  static let searches = 1000

  /// The chance from which on draws count as enough.
  static let sureness = 0.95

  // What it takes

  static let trials = Knob<Int>("trials", 1...100, default: 20, "how many settings are drawn")
  static let share = Knob<Double>(
    "share", .log(0.005...0.5), default: 0.05, "the share of all settings that is good")
  static let axes = Knob<Int>("axes", 1...10, default: 2, "how many knobs a setting has")

  package static let knobs: [any AnyKnob] = [trials, share, axes]

  // What it gives

  static let hitChance = Metric(
    "hit-chance", "what hit-share is in expectation: 1 − (1 − share)ⁿ", .fixed(decimals: 4),
    isExact: true, kind: .share)
  static let hitShare = Metric(
    "hit-share", "share of 1000 searches with a good setting among those drawn",
    .fixed(decimals: 3), theory: .expectation(hitChance), better: .higher, kind: .share)
  static let predictedBestRank = Metric(
    "predicted-best-rank", "what best-rank is in expectation: 1/(n + 1)", .fixed(decimals: 4),
    isExact: true, kind: .share)
  static let bestRank = Metric(
    "best-rank", "share of all settings that is better than the best one drawn, mean of 1000",
    .fixed(decimals: 4), theory: .expectation(predictedBestRank), better: .lower, kind: .share)
  static let predictedMedianRank = Metric(
    "predicted-median-rank", "what median-rank is by theory: 1 − 2^(−1/n)", .fixed(decimals: 4),
    isExact: true, kind: .share)
  static let medianRank = Metric(
    "median-rank", "share of all settings that is better than the best one drawn, median of 1000",
    .fixed(decimals: 4), theory: .approximation(predictedMedianRank, within: 0.02),
    better: .lower, kind: .share)
  static let tried = Metric(
    "tried", "how many settings a search tries", .count, better: .lower, isExact: true)

  package static let metrics = [
    hitShare, hitChance, bestRank, predictedBestRank, medianRank, predictedMedianRank, tried,
  ]

  static let chanceFigure = FigureKind("chance", "share of searches with a good setting, by trials")
  static let rankFigure = FigureKind("rank", "rank of the best setting drawn, by trials")

  package static let figures = [chanceFigure, rankFigure]

  // What it finds

  static let enough = FindingKind(
    "enough", "the chance of a good setting is at least 0.95", explains: [hitShare, hitChance])
  static let tooFew = FindingKind(
    "too-few", "the chance of a good setting is below 0.95", explains: [hitShare, hitChance])
  static let ranked = FindingKind(
    "ranked", "always: how much is better than the best setting drawn",
    explains: [bestRank, predictedBestRank, medianRank, predictedMedianRank])

  package static let findings = [enough, tooFew, ranked]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let coverage = Coverage(trials: settings[trials], share: settings[share])
    let drawn = DrawnRanks(coverage, axes: settings[axes], seed: seed)
    var outcome = Outcome()
    for (metric, value) in drawn.values { outcome[metric] = value }
    outcome.findings = drawn.findings
    outcome.draw { [drawn.chanceFigure, drawn.rankFigure] }
    outcome.cost = Cost(
      multiplyAdds: 4 * searches * settings[trials] * settings[axes], bytes: 8 * searches)
    return outcome
  }
}
