import Experiments

/// Digit readers with settings of their own, and others with one good setting.
struct DrawnReaders {
  /// On how many splits the chosen setting is trained again.
  static let freshSplits = 4

  let settings: [SmallTraining]
  let seeds: [SmallTraining]

  /// The chosen setting on fresh splits.
  private let chosenAgain: [SmallTraining]

  /// The number of the setting with the best validation accuracy, the first of several; of five
  /// finalists that with the best mean if they are run again.
  let chosen: Int

  /// The validation accuracy by which it was chosen.
  let promised: Double
  let cost: Cost

  /// How many settings are run again before one of them is chosen.
  static let finalists = 5

  init(_ count: Int, seeds: Int, reruns: Int = 0, seed: UInt64) {
    // Splits and luck are numbered apart: seeds from 1,000 on, fresh splits from 2,000, reruns from
    // 3,000.
    func train(_ setting: SmallSetting, _ number: Int) -> SmallTraining {
      SmallTraining(setting, .digits, split: number, luck: number, seed: seed)
    }
    let all = (0..<count).map { train(SmallSetting(drawn: $0, seed: seed), $0) }
    let order = all.indices.sorted {
      (-all[$0].validationAccuracy, $0) < (-all[$1].validationAccuracy, $1)
    }
    var again: [SmallTraining] = []
    let scores = order.prefix(reruns > 0 ? Self.finalists : 1).map { number in
      let more = (0..<reruns).map {
        train(SmallSetting(drawn: number, seed: seed), 3000 + 10 * number + $0)
      }
      again += more
      return (number: number, mean: Spread(([all[number]] + more).map(\.validationAccuracy)).mean)
    }
    let best = scores.reduce(scores[0]) { $1.mean > $0.mean ? $1 : $0 }
    let chosen = best.number
    settings = all
    self.seeds = (0..<seeds).map { train(SmallSetting(), 1000 + $0) }
    chosenAgain = (0..<Self.freshSplits).map {
      train(SmallSetting(drawn: chosen, seed: seed), 2000 + $0)
    }
    self.chosen = chosen
    promised = best.mean
    cost = SmallTraining.cost(all + again + self.seeds + chosenAgain)
  }

  /// Test accuracies from the lowest to the highest.
  private static func sorted(_ trainings: [SmallTraining]) -> [Double] {
    trainings.map(\.testAccuracy).sorted()
  }

  private var ofSettings: Spread { Spread(settings.map(\.testAccuracy)) }
  private var ofSeeds: Spread { Spread(seeds.map(\.testAccuracy)) }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double?)] {
    let sorted = Self.sorted(settings)
    let found = Spread(chosenAgain.map(\.testAccuracy)).mean
    let (wide, narrow) = (ofSettings.deviation, ofSeeds.deviation)
    return [
      (SettingSpread.settingDeviation, wide), (SettingSpread.seedDeviation, narrow),
      (SettingSpread.ratio, narrow > 0 ? wide / narrow : nil),
      (SettingSpread.lowest, sorted[0]), (SettingSpread.median, sorted[sorted.count / 2]),
      (SettingSpread.highest, sorted[sorted.count - 1]), (SettingSpread.good, ofSeeds.mean),
      (SettingSpread.promised, promised), (SettingSpread.found, found),
      (SettingSpread.optimism, promised - found),
    ]
  }

  /// What settings are found to be, by how far they and seeds spread.
  static func verdict(settings: Double, seeds: Double) -> FindingKind {
    settings >= SettingSpread.mattering * seeds
      ? SettingSpread.matter : SettingSpread.hardlyMatter
  }

  var findings: [Finding] {
    func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
    let (wide, narrow) = (ofSettings.deviation, ofSeeds.deviation)
    let kind = Self.verdict(settings: wide, seeds: narrow)
    return [
      Finding(
        kind, predicted: nil, measured: wide,
        "\(kind == SettingSpread.matter ? "settings matter" : "settings hardly matter"): the test "
          + "accuracy of \(settings.count) settings has a deviation of \(text(wide)), that of "
          + "\(seeds.count) seeds one of \(text(narrow))."),
      Finding(
        SettingSpread.realData, predicted: nil, measured: nil, "\(SmallTask.digits.credit).",
        credits: [SmallTask.digits.data.credit]),
    ]
  }

  var ranksFigure: Figure {
    func series(_ name: String, _ trainings: [SmallTraining]) -> Figure.Series {
      let sorted = Self.sorted(trainings)
      return Figure.Series(
        name, x: sorted.indices.map { (Double($0) + 0.5) / Double(sorted.count) }, y: sorted)
    }
    return Figure(
      SettingSpread.ranksFigure, .scatter, title: "other settings and other seeds",
      x: Figure.Axis("share of trainings that is lower", domain: 0...1),
      y: Figure.Axis("test accuracy", domain: 0...1),
      series: [series("settings", settings), series("seeds", seeds)])
  }

  var promiseFigure: Figure {
    let sorted = settings.map { (x: $0.validationAccuracy, y: $0.testAccuracy) }
      .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    return Figure(
      SettingSpread.promiseFigure, .scatter, title: "what validation promises",
      x: Figure.Axis("validation accuracy"), y: Figure.Axis("test accuracy"),
      series: [
        Figure.Series("settings", x: sorted.map(\.x), y: sorted.map(\.y)),
        Figure.Series(
          "chosen", x: [settings[chosen].validationAccuracy],
          y: [settings[chosen].testAccuracy]),
      ])
  }
}
