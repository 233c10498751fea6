import Experiments
import Numerics

extension FoldEstimates {
  /// How the estimates go with the true errors of the same data's models.
  var correlation: Double { Spread.correlation(estimates, trueErrors) ?? .nan }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (CrossValidation.foldsError, Spread(estimates).mean),
      (CrossValidation.predictedFoldsError, theory.expected(folds: folds)),
      (CrossValidation.trueError, Spread(trueErrors).mean),
      (CrossValidation.predictedTrueError, theory.whole),
      (CrossValidation.bias, theory.bias(folds: folds)),
      (CrossValidation.spread, Spread(estimates).deviation),
      (CrossValidation.fits, Double(folds)),
      (CrossValidation.correlation, correlation),
      (CrossValidation.oneOutError, Spread(oneOutErrors).mean),
      (CrossValidation.predictedOneOutError, theory.expected(folds: theory.rows)),
      (CrossValidation.trainingError, Spread(trainingErrors).mean),
      (CrossValidation.predictedTrainingError, theory.training),
    ]
  }

  var findings: [Finding] {
    let (expected, whole) = (theory.expected(folds: folds), theory.whole)
    let measured = Spread(estimates).mean
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
