import Experiments

/// A digit reader with settings drawn at random, beside one good setting under other seeds.
///
/// 180 of 300 digits train, 60 validate and 60 test. Each setting is trained once on a split of its own,
/// and so is the good one under each seed: Adam at a rate of 0.03, batches of 16, 8 epochs, 12 hidden
/// units.
package enum SettingSpread: Simulation {
  package static let name = "setting-spread"
  package static let summary =
    "Digit readers with settings drawn at random, and one good setting under other seeds: how far apart?"
  package static let usesChance = true

  /// How many times as far settings have to spread as seeds to count as mattering.
  static let mattering = 5.0

  // What it takes

  static let settings = Knob<Int>(
    "settings", 3...200, .log, default: 5, "how many settings are drawn")
  static let goodRuns = Knob<Int>(
    "good-runs", 3...100, .log, default: 3, "how many seeds the good setting is trained with")

  static let reruns = Knob<Int>(
    "reruns", 0...3, default: 0,
    "on how many more splits the five best settings are scored before one is chosen")

  package static let knobs: [any AnyKnob] = [settings, goodRuns, reruns]

  // What it gives

  static let settingDeviation = Metric(
    "setting-deviation", "standard deviation of test accuracy over settings", .fixed(decimals: 3))
  static let seedDeviation = Metric(
    "seed-deviation", "that over seeds and splits of the good setting", .fixed(decimals: 3))
  static let ratio = Metric(
    "deviation-ratio", "setting-deviation over seed-deviation", .fixed(decimals: 1),
    absent: "seeds alike")
  static let lowest = Metric(
    "lowest-accuracy", "test accuracy of the worst setting", .fixed(decimals: 3), better: .higher,
    kind: .share)
  static let median = Metric(
    "median-accuracy", "test accuracy that half of the settings reach", .fixed(decimals: 3),
    better: .higher, kind: .share)
  static let highest = Metric(
    "highest-accuracy", "test accuracy of the best setting", .fixed(decimals: 3), better: .higher,
    kind: .share)
  static let good = Metric(
    "good-accuracy", "mean test accuracy of the good setting", .fixed(decimals: 3), better: .higher,
    kind: .share)
  static let promised = Metric(
    "promised-accuracy",
    "validation accuracy of the setting that is chosen by it, mean with that of reruns",
    .fixed(decimals: 3), kind: .share)
  static let found = Metric(
    "found-accuracy", "test accuracy of the same setting, mean of 4 fresh splits",
    .fixed(decimals: 3), better: .higher, kind: .share)
  static let optimism = Metric(
    "optimism", "promised-accuracy less found-accuracy", .fixed(decimals: 3))

  package static let metrics = [
    settingDeviation, seedDeviation, ratio, lowest, median, highest, good, promised, found,
    optimism,
  ]

  static let ranksFigure = FigureKind(
    "ranks", "test accuracies of settings and of seeds, in their order")
  static let promiseFigure = FigureKind(
    "promise", "test accuracy by validation accuracy, every setting a dot")

  package static let figures = [ranksFigure, promiseFigure]

  // What it finds

  static let matter = FindingKind(
    "settings-matter", "settings spread at least five times as far as seeds",
    explains: [settingDeviation, seedDeviation])
  static let hardlyMatter = FindingKind(
    "settings-hardly-matter", "settings spread less than five times as far as seeds",
    explains: [settingDeviation, seedDeviation])
  static let realData = FindingKind("real-data", "always: whom the digits are owed to")

  package static let findings = [matter, hardlyMatter, realData]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let drawn = DrawnReaders(
      settings[self.settings], seeds: settings[goodRuns], reruns: settings[reruns],
      seed: seed)
    var outcome = Outcome()
    for (metric, value) in drawn.values { outcome[metric] = value }
    outcome.findings = drawn.findings
    outcome.draw { [drawn.ranksFigure, drawn.promiseFigure] }
    outcome.cost = drawn.cost
    return outcome
  }
}
