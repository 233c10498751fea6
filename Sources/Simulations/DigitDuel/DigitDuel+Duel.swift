import Experiments
import Numerics

/// Two networks trained on the same splits.
struct Duel {
  /// Validation accuracies by split.
  let larger: [Double]
  let smaller: [Double]

  /// Validation accuracies of the larger network by seed, all on the first split.
  let seeds: [Double]

  /// The largest difference of a weight between the first training and itself made again.
  let repeatDifference: Double
  let cost: Cost

  init(_ splits: Int, hiddenUnits: Int, seed: UInt64) {
    var small = SmallSetting()
    small.hiddenUnits = hiddenUnits
    func train(_ setting: SmallSetting, split: Int, luck: Int) -> SmallTraining {
      SmallTraining(setting, .digits, split: split, luck: luck, seed: seed)
    }
    let numbers = Array(0..<splits)
    // Luck is of its own for every training but the one that is made twice.
    let large = numbers.map { train(SmallSetting(), split: $0, luck: $0) }
    let others = numbers.map { train(small, split: $0, luck: splits + $0) }
    let again = numbers.map { train(SmallSetting(), split: 0, luck: $0 == 0 ? 0 : 2 * splits + $0) }
    larger = large.map(\.validationAccuracy)
    smaller = others.map(\.validationAccuracy)
    seeds = again.map(\.validationAccuracy)
    repeatDifference = zip(large[0].network.parameters, again[0].network.parameters).reduce(0) {
      max($0, abs($1.0 - $1.1))
    }
    cost = SmallTraining.cost(large + others + again)
  }

  private var gap: Double { Spread(larger).mean - Spread(smaller).mean }

  private func share(_ isSo: (Double, Double) -> Bool) -> Double {
    Double(zip(larger, smaller).count(where: isSo)) / Double(larger.count)
  }

  private var ahead: Double { share { $0 > $1 } }
  private var tied: Double { share { $0 == $1 } }
  private var behind: Double { share { $0 < $1 } }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double?)] {
    let (large, small) = (Spread(larger), Spread(smaller))
    let squares = large.deviation * large.deviation + small.deviation * small.deviation
    return [
      (DigitDuel.gap, gap), (DigitDuel.larger, large.mean), (DigitDuel.smaller, small.mean),
      (DigitDuel.deviation, Elementary.squareRoot(0.5 * squares)),
      (DigitDuel.seedDeviation, Spread(seeds).deviation),
      (
        DigitDuel.binomialDeviation,
        Elementary.squareRoot(
          large.mean * (1 - large.mean) / Double(SmallTask.sizes.validation))
      ),
      (DigitDuel.correlation, Spread.correlation(larger, smaller)),
      (DigitDuel.ahead, ahead), (DigitDuel.tied, tied), (DigitDuel.behind, behind),
      (DigitDuel.repeatDifference, repeatDifference),
    ]
  }

  /// What a comparison is found to be, by the shares of splits on which the larger is ahead and behind.
  static func verdict(larger: [Double], smaller: [Double]) -> FindingKind {
    // Whole rows are counted, since means of equal sums may differ in their last bit.
    let rows = Double(SmallTask.sizes.validation)
    let leads = zip(larger, smaller).map { (rows * $0).rounded() - (rows * $1).rounded() }
    let lead = leads.reduce(0, +)
    if lead == 0 { return DigitDuel.level }
    return leads.allSatisfy { $0 * lead > 0 } ? DigitDuel.agreed : DigitDuel.disputed
  }

  var findings: [Finding] {
    let kind = Self.verdict(larger: larger, smaller: smaller)
    func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 2) }
    let words =
      switch kind {
      case DigitDuel.agreed: "all splits agree"
      case DigitDuel.level: "both are level"
      default: "splits disagree"
      }
    return [
      Finding(
        kind, predicted: nil, measured: ahead,
        "\(words): the larger network is ahead on \(text(ahead)), level on \(text(tied)) and behind "
          + "on \(text(behind)) of \(larger.count) splits; the mean is "
          + "\(NumberText.fixed(gap, decimals: 3)) apart."),
      Finding(
        DigitDuel.realData, predicted: nil, measured: nil, SmallTask.digits.credit),
    ]
  }

  var figure: Figure {
    let x = larger.indices.map { Double($0 + 1) }
    return Figure(
      DigitDuel.splitsFigure, .scatter, title: "two settings on the same splits",
      x: Figure.Axis("split"), y: Figure.Axis("validation accuracy"),
      series: [
        Figure.Series("larger", x: x, y: larger), Figure.Series("smaller", x: x, y: smaller),
      ])
  }
}
