import Experiments

extension RidgeFits {
  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (WeightShrinkage.trueLoss, trueLoss(decay: decay)),
      (WeightShrinkage.predictedTrueLoss, model.ridgeRisk(decay)),
      (WeightShrinkage.bias, model.ridgeBias(decay)),
      (WeightShrinkage.variance, model.ridgeVariance(decay)),
      (WeightShrinkage.lossOverBest, lossOverBest),
      (WeightShrinkage.undecayedLoss, model.ridgeRisk(0)),
      (WeightShrinkage.degrees, degreesOfFreedom),
      (WeightShrinkage.predictedDegrees, model.degreesOfFreedom(decay)),
      (WeightShrinkage.middleShare, shares[Self.middle]),
      (WeightShrinkage.predictedMiddleShare, model.ridgeShares(decay)[Self.middle]),
    ]
  }

  /// What was found, in words that never name the best weight decay: an exercise asks for it.
  var findings: [Finding] {
    let (predicted, measured) = (model.ridgeRisk(decay), trueLoss(decay: decay))
    let numbers =
      "true loss is \(Self.text(predicted)) by theory, \(Self.text(measured)) measured, of which "
      + "shrinking causes \(Self.text(model.ridgeBias(decay))) and noise "
      + "\(Self.text(model.ridgeVariance(decay))); the best is \(Self.text(best.loss))"
    func finding(_ kind: FindingKind, _ message: String) -> Finding {
      Finding(kind, predicted: predicted, measured: measured, message)
    }
    let freedom = Finding(
      WeightShrinkage.freedom, predicted: model.degreesOfFreedom(decay),
      measured: degreesOfFreedom,
      "of five directions \(Self.text(model.degreesOfFreedom(decay))) are left in effect by theory, "
        + "\(Self.text(degreesOfFreedom)) measured.")
    if lossOverBest <= WeightShrinkage.nearness {
      return [finding(WeightShrinkage.nearBest, "\(numbers)."), freedom]
    }
    return decay < best.decay
      ? [finding(WeightShrinkage.tooLittle, "too little is held back: \(numbers)."), freedom]
      : [finding(WeightShrinkage.tooMuch, "too much is held back: \(numbers)."), freedom]
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}
