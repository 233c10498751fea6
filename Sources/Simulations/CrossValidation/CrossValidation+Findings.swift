import Experiments
import Numerics

extension FoldEstimates {
  static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(max(values.count, 1))
  }

  static func deviation(_ values: [Double]) -> Double {
    let mean = mean(values)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Elementary.squareRoot(squares / Double(max(values.count - 1, 1)))
  }

  /// How the estimates go with the true errors of the same data's models.
  var correlation: Double {
    let (first, second) = (Self.mean(estimates), Self.mean(trueErrors))
    let products = zip(estimates, trueErrors).reduce(0) {
      $0 + ($1.0 - first) * ($1.1 - second)
    }
    let size = Self.deviation(estimates) * Self.deviation(trueErrors)
    return products / Double(max(estimates.count - 1, 1)) / size
  }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (CrossValidation.foldsError, Self.mean(estimates)),
      (CrossValidation.predictedFoldsError, theory.expected(folds: folds)),
      (CrossValidation.trueError, Self.mean(trueErrors)),
      (CrossValidation.predictedTrueError, theory.whole),
      (CrossValidation.bias, theory.bias(folds: folds)),
      (CrossValidation.spread, Self.deviation(estimates)),
      (CrossValidation.fits, Double(folds)),
      (CrossValidation.correlation, correlation),
      (CrossValidation.oneOutError, Self.mean(oneOutErrors)),
      (CrossValidation.predictedOneOutError, theory.expected(folds: theory.rows)),
      (CrossValidation.trainingError, Self.mean(trainingErrors)),
      (CrossValidation.predictedTrainingError, theory.training),
    ]
  }

  var findings: [Finding] {
    let (expected, whole) = (theory.expected(folds: folds), theory.whole)
    let measured = Self.mean(estimates)
    let left = theory.rows - (theory.rows + folds - 1) / folds
    let kind = CrossValidation.verdict(bias: expected - whole, of: whole)
    return [
      Finding(
        kind, predicted: expected, measured: measured,
        "the estimate is \(Self.text(expected)) in expectation, \(Self.text(measured)) measured, "
          + "where the model of all \(theory.rows) rows has an error of \(Self.text(whole)): while a "
          + "fold is held out, as few as \(left) rows are fitted."),
      Finding(
        CrossValidation.notThisModel, predicted: nil, measured: correlation,
        "over data sets the estimate has a correlation of "
          + "\(NumberText.fixed(correlation, decimals: 2)) with the true error of the very model: it "
          + "is a mean over training sets, not a verdict on this one."),
    ]
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value, digits: 4) }
}
