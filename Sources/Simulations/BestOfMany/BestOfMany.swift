import Experiments

/// The best of many settings, none of which is better than any other.
///
/// Every setting calls every row right by the toss of a fair coin, so that its true score is ½. A
/// search keeps the setting that is right most often on the validation rows, and judges it once more
/// on as many other rows. 256 searches are compared with the exact expectation.
package enum BestOfMany: Simulation {
  package static let name = "best-of-many"
  package static let summary =
    "Choosing the best of many equally good settings: the score that it promises, and the one it has"
  package static let usesChance = true

  /// How many searches are made.
  static let searches = 256

  /// How far the best score may be above the true one to count as near.
  static let nearness = 0.05

  /// The share of all settings that counts as good.
  static let goodShare = 0.05

  // What it takes

  static let settings = Knob<Int>(
    "settings", 1...300, .log, default: 20, "how many settings are tried")
  static let rows = Knob<Int>(
    "rows", 50...5000, .log, default: 100, "how many validation rows score each of them")

  package static let knobs: [any AnyKnob] = [settings, rows]

  // What it gives

  static let predictedBestScore = Metric(
    "predicted-best-score", "what best-score is in expectation", .fixed(decimals: 4), isExact: true)
  static let bestScore = Metric(
    "best-score", "share of the validation rows that the best setting has right, mean of 256",
    .fixed(decimals: 4), theory: .expectation(predictedBestScore), kind: .share)
  static let trueScore = Metric(
    "true-score", "share of all rows that any setting has right", .fixed(decimals: 4),
    isExact: true, kind: .share)
  static let freshScore = Metric(
    "fresh-score", "share of other rows that the chosen setting has right, mean of 256",
    .fixed(decimals: 4), theory: .expectation(trueScore), better: .higher, kind: .share)
  static let normalOptimism = Metric(
    "normal-optimism", "the mean of the largest of so many normal draws, times √(¼/rows)",
    .fixed(decimals: 4), isExact: true)
  static let optimism = Metric(
    "optimism", "predicted-best-score minus true-score", .fixed(decimals: 4),
    theory: .approximation(normalOptimism, within: 0.05), better: .lower, isExact: true)
  static let chance = Metric(
    "chance-of-good", "chance that one of the settings is of the best twentieth: 1 − 0.95ⁿ",
    .fixed(decimals: 3), better: .higher, isExact: true, kind: .share)
  static let evaluations = Metric(
    "evaluations", "settings times rows: how many rows are called in all", .count, better: .lower,
    isExact: true)

  package static let metrics = [
    bestScore, predictedBestScore, freshScore, trueScore, optimism, normalOptimism, chance,
    evaluations,
  ]

  static let settingsFigure = FigureKind(
    "settings", "the best score and the chosen setting's true one by the number of settings")
  static let rowsFigure = FigureKind("rows", "optimism by the number of validation rows")

  package static let figures = [settingsFigure, rowsFigure]

  // What it finds

  private static let scores = [bestScore, predictedBestScore, freshScore, optimism]

  static let flattering = FindingKind(
    "flattering", "in expectation the best score is over 0.05 above the true one",
    explains: scores)
  static let sober = FindingKind(
    "sober", "in expectation the best score is at most 0.05 above the true one", explains: scores)
  static let likelyGood = FindingKind(
    "likely-good",
    "chances are four in five or better that a setting of the best twentieth is tried",
    explains: [chance])
  static let likelyMissed = FindingKind(
    "likely-missed", "chances are below four in five that a setting of the best twentieth is tried",
    explains: [chance])

  package static let findings = [flattering, sober, likelyGood, likelyMissed]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let search = CoinSearch(settings: settings[self.settings], rows: settings[rows], seed: seed)
    var outcome = Outcome()
    for (metric, value) in search.values { outcome[metric] = value }
    outcome.findings = search.findings
    outcome.draw { [search.settingsFigure, search.rowsFigure] }
    outcome.cost = Cost(
      multiplyAdds: searches * (settings[self.settings] + 1) * settings[rows] / 64
        + 4 * settings[rows],
      bytes: 8 * (2 * settings[rows] + 2 * searches))
    return outcome
  }
}
