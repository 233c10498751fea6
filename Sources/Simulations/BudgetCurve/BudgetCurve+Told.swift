import Experiments
import Numerics
import Tuning

/// The expected best as sets of scores tell it.
struct ToldBest {
  let trials: Int
  let made: Int
  let seed: UInt64

  /// What each set tells with replacement.
  let replaced: [Double]

  /// What each tells without; nothing where there are too few scores.
  let notReplaced: [Double]

  init(trials: Int, made: Int, seed: UInt64) {
    self.trials = trials
    self.made = made
    self.seed = seed
    let sets = (0..<BudgetCurve.sets).map { Self.scores(made, seed, $0) }
    replaced = sets.compactMap { ExpectedBest.withReplacement($0, trials: trials) }
    notReplaced = sets.compactMap { ExpectedBest.withoutReplacement($0, trials: trials) }
  }

  /// The scores of a set: the more there are, the first stay the same.
  static func scores(_ count: Int, _ seed: UInt64, _ number: Int) -> [Double] {
    var stream = RandomStream(seed: seed, "scores", number)
    return stream.normals(count)
  }

  var exact: Double { PredictedBest.exact(trials: trials) }
  var predicted: Double { PredictedBest.replaced(trials: trials, made: made) }

  /// The mean; nil of none.
  static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The root mean square of how far values are from the truth; nil of none.
  private func error(_ values: [Double]) -> Double? {
    Self.mean(values.map { ($0 - exact) * ($0 - exact) })?.squareRoot()
  }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double?)] {
    [
      (BudgetCurve.expectedBest, exact), (BudgetCurve.replaced, Self.mean(replaced)),
      (BudgetCurve.predictedReplaced, predicted), (BudgetCurve.notReplaced, Self.mean(notReplaced)),
      (BudgetCurve.shortfall, exact - predicted), (BudgetCurve.replacedError, error(replaced)),
      (BudgetCurve.notReplacedError, error(notReplaced)),
    ]
  }

  var findings: [Finding] {
    let kind = BudgetCurve.verdict(shortfall: exact - predicted)
    var findings = [
      Finding(
        kind, predicted: predicted, measured: Self.mean(replaced),
        "drawn with replacement, \(NumberText.count(made, "trial")) tell \(Self.text(predicted)) for "
          + "the best of \(trials) in expectation, which is \(Self.text(exact)): "
          + "\(kind == BudgetCurve.tooLow ? "too low" : "nearly right").")
    ]
    if notReplaced.isEmpty {
      findings.append(
        Finding(
          BudgetCurve.untold, predicted: Double(trials), measured: Double(made),
          "without replacement, \(NumberText.count(made, "trial")) say nothing of the best of "
            + "\(trials)."))
    }
    return findings
  }

  private static func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 4) }
}
