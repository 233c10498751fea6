import Experiments
import Numerics

/// Longer and shorter trainings on the same splits.
struct Duel {
  /// Validation accuracies by split.
  let longer: [Double]
  let shorter: [Double]

  /// Validation accuracies of the longer training by seed, all on the first split.
  let seeds: [Double]

  /// The largest difference of a weight between the first training and itself made again.
  let repeatDifference: Double
  let cost: Cost

  init(_ splits: Int, epochs: Int, seed: UInt64) {
    let numbers = Array(0..<splits)
    let rows = numbers.map { SmallTask.digits.rows(split: $0, seed: seed) }
    let pairs = numbers.map {
      SmallTraining.withBeginning(
        of: epochs, SmallSetting(), on: rows[$0], luck: $0, seed: seed)
    }
    let (long, others) = (pairs.map(\.whole), pairs.map(\.beginning))
    // The first of these is the first of those, made again.
    let again = numbers.map { SmallTraining(SmallSetting(), on: rows[0], luck: $0, seed: seed) }
    longer = long.map(\.validationAccuracy)
    shorter = others.map(\.validationAccuracy)
    seeds = again.map(\.validationAccuracy)
    repeatDifference = zip(long[0].network.parameters, again[0].network.parameters).reduce(0) {
      max($0, abs($1.0 - $1.1))
    }
    cost = SmallTraining.cost(long + others + again)
  }

  /// By how many rows the longer training is ahead on each split.
  private static func leads(_ longer: [Double], _ shorter: [Double]) -> [Double] {
    // Whole rows are counted, since means of equal sums may differ in their last bit.
    let rows = Double(SmallTask.sizes.validation)
    return zip(longer, shorter).map { (rows * $0).rounded() - (rows * $1).rounded() }
  }

  private var gap: Double {
    Spread(Self.leads(longer, shorter)).mean / Double(SmallTask.sizes.validation)
  }

  private func share(_ isSo: (Double, Double) -> Bool) -> Double {
    Double(zip(longer, shorter).count(where: isSo)) / Double(longer.count)
  }

  private var ahead: Double { share { $0 > $1 } }
  private var tied: Double { share { $0 == $1 } }
  private var behind: Double { share { $0 < $1 } }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double?)] {
    let (long, short) = (Spread(longer), Spread(shorter))
    let squares = long.deviation * long.deviation + short.deviation * short.deviation
    return [
      (DigitDuel.gap, gap), (DigitDuel.longer, long.mean), (DigitDuel.shorter, short.mean),
      (DigitDuel.deviation, Elementary.squareRoot(0.5 * squares)),
      (DigitDuel.seedDeviation, Spread(seeds).deviation),
      (
        DigitDuel.binomialDeviation,
        BinomialLaw.deviationOfShare(of: SmallTask.sizes.validation, success: long.mean)
      ),
      (DigitDuel.correlation, Spread.correlation(longer, shorter)),
      (DigitDuel.ahead, ahead), (DigitDuel.tied, tied), (DigitDuel.behind, behind),
      (DigitDuel.repeatDifference, repeatDifference),
    ]
  }

  /// What a comparison is found to be, by the shares of splits on which the longer training is ahead and behind.
  static func verdict(longer: [Double], shorter: [Double]) -> FindingKind {
    let leads = leads(longer, shorter)
    let lead = leads.reduce(0, +)
    if lead == 0 { return DigitDuel.level }
    return leads.allSatisfy { $0 * lead > 0 } ? DigitDuel.agreed : DigitDuel.disputed
  }

  var findings: [Finding] {
    let kind = Self.verdict(longer: longer, shorter: shorter)
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
        "\(words): the longer training is ahead on \(text(ahead)), level on \(text(tied)) and behind "
          + "on \(text(behind)) of \(longer.count) splits; the mean is "
          + "\(NumberText.fixed(gap, decimals: 3)) apart."),
      Finding(
        DigitDuel.realData, predicted: nil, measured: nil, "\(SmallTask.digits.credit).",
        credits: [SmallTask.digits.data.credit]),
    ]
  }

  var figure: Figure {
    let x = longer.indices.map { Double($0 + 1) }
    return Figure(
      DigitDuel.splitsFigure, .scatter, title: "two settings on the same splits",
      x: Figure.Axis("split"), y: Figure.Axis("validation accuracy"),
      series: [
        Figure.Series("longer", x: x, y: longer), Figure.Series("shorter", x: x, y: shorter),
      ])
  }
}
