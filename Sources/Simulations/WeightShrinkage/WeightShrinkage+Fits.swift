import Experiments
import Learning
import Numerics

/// Many ridge regressions on the same features, each with targets of its own.
///
/// The columns of the features are orthogonal, so direction i of a fit is (X'y/n)ᵢ/(λᵢ + α).
struct RidgeFits {
  /// The curvatures λ of the five directions.
  static let eigenvalues = [4, 1, 0.25, 0.06, 0.015]

  /// The direction whose share is reported.
  static let middle = 2

  /// The range of weight decay in which the best is looked for and pictures are drawn.
  static let decays = 1e-4...100.0

  let decay: Double
  let model: LinearRisk

  /// X'y/n of every fit, direction after direction.
  let moments: [[Double]]

  /// X'e/n of every fit, where e is the noise in its targets.
  let noises: [[Double]]

  /// The weight decay with the least loss by theory, and that loss.
  let best: (decay: Double, loss: Double)

  init(decay: Double, examples: Int, noise: Double, count: Int, seed: UInt64) {
    let model = LinearRisk(
      eigenvalues: Self.eigenvalues, weights: Self.eigenvalues.map { _ in 0.6 },
      noiseVariance: noise * noise, examples: examples, rate: 0)
    let design = model.design
    let columns = Self.eigenvalues.count
    var (moments, noises): ([[Double]], [[Double]]) = ([], [])
    for number in 0..<count {
      var stream = RandomStream(seed: seed, "targets", number)
      var (moment, noised) = (
        [Double](repeating: 0, count: columns), [Double](repeating: 0, count: columns)
      )
      for row in 0..<examples {
        let features = design[row * columns..<(row + 1) * columns]
        let error = noise * stream.normal()
        let target = zip(features, model.weights).reduce(error) { $0 + $1.0 * $1.1 }
        for (column, feature) in features.enumerated() {
          moment[column] += feature * target / Double(examples)
          noised[column] += feature * error / Double(examples)
        }
      }
      moments.append(moment)
      noises.append(noised)
    }
    self.decay = decay
    self.model = model
    self.moments = moments
    self.noises = noises
    best = Self.best(model)
  }

  /// The weights of a fit.
  func weights(_ fit: Int, decay: Double) -> [Double] {
    zip(moments[fit], Self.eigenvalues).map { $0 / ($1 + decay) }
  }

  /// The mean of the true loss over the fits.
  func trueLoss(decay: Double) -> Double {
    var sum = 0.0
    for fit in moments.indices {
      for (direction, weight) in weights(fit, decay: decay).enumerated() {
        let error = weight - model.weights[direction]
        sum += Self.eigenvalues[direction] * error * error
      }
    }
    return sum / Double(moments.count)
  }

  /// How much of the noise the predictions take up: their covariance with it over its variance.
  ///
  /// Source: Efron 2004, "The estimation of prediction error", equation 2.8.
  var degreesOfFreedom: Double {
    let count = Double(moments.count)
    let rows = Double(model.examples)
    return Self.eigenvalues.indices.reduce(0) { total, direction in
      let mean = moments.reduce(0) { $0 + $1[direction] } / count
      let sum = zip(moments, noises).reduce(0) { sum, fit in
        sum + (fit.0[direction] - mean) * fit.1[direction]
      }
      return total + sum * rows
        / ((Self.eigenvalues[direction] + decay) * model.noiseVariance * (count - 1))
    }
  }

  /// The mean of the fitted weights over the true ones, direction by direction.
  var shares: [Double] {
    Self.eigenvalues.indices.map { direction in
      let mean = moments.reduce(0) { $0 + $1[direction] } / Double(moments.count)
      return mean / (Self.eigenvalues[direction] + decay) / model.weights[direction]
    }
  }

  /// The predicted loss over the best.
  var lossOverBest: Double { model.ridgeRisk(decay) / best.loss }

  /// Coarse by ratios, then by thirds around the least.
  private static func best(_ model: LinearRisk) -> (decay: Double, loss: Double) {
    func loss(_ decay: Double) -> Double { model.ridgeRisk(decay) }
    var best = decays.lowerBound
    var decay = best
    while decay < decays.upperBound {
      decay *= 1.1
      if loss(decay) < loss(best) { best = decay }
    }
    var (low, high) = (best / 1.1, best * 1.1)
    for _ in 0..<60 {
      let third = (high - low) / 3
      if loss(low + third) < loss(high - third) { high -= third } else { low += third }
    }
    return ((low + high) / 2, loss((low + high) / 2))
  }
}

extension WeightShrinkage {
  /// What a weight decay is found to be, by its loss over the best and on which side of it it lies.
  static func verdict(lossOverBest: Double, decay: Double, best: Double) -> FindingKind {
    if lossOverBest <= nearness { return nearBest }
    return decay < best ? tooLittle : tooMuch
  }
}

extension RidgeFits {
  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (WeightShrinkage.trueLoss, trueLoss(decay: decay)),
      (WeightShrinkage.predictedTrueLoss, model.ridgeRisk(decay)),
      (WeightShrinkage.squaredBias, model.ridgeBias(decay)),
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
    let kind = WeightShrinkage.verdict(
      lossOverBest: lossOverBest, decay: decay, best: best.decay)
    let held =
      switch kind {
      case WeightShrinkage.nearBest: ""
      case WeightShrinkage.tooLittle: "too little is held back: "
      default: "too much is held back: "
      }
    let freedom = Finding(
      WeightShrinkage.freedom, predicted: model.degreesOfFreedom(decay),
      measured: degreesOfFreedom,
      "of five directions \(Self.text(model.degreesOfFreedom(decay))) are left in effect by theory, "
        + "\(Self.text(degreesOfFreedom)) measured.")
    return [
      Finding(kind, predicted: predicted, measured: measured, "\(held)\(numbers)."), freedom,
    ]
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}
