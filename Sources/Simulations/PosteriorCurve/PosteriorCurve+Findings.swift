import Experiments

extension PosteriorCurve {
  /// What a length-scale is found to be, by how much likelier the best one is and where that is.
  static func verdict(short: Double, length: Double, best: Double) -> FindingKind {
    guard short > 1 else { return plausible }
    return length < best ? tooRough : tooSmooth
  }
}

extension Posterior {
  var findings: [Finding] {
    let likelihood = process.logMarginalLikelihood
    let kind = PosteriorCurve.verdict(
      short: bestLikelihood - likelihood, length: points.length, best: bestLength)
    let text = NumberText.significant
    let numbers =
      "the five values have a log-likelihood of \(text(likelihood, 3)), and at best of "
      + "\(text(bestLikelihood, 3))"
    let message =
      switch kind {
      case PosteriorCurve.tooRough: "\(numbers), with a longer length-scale."
      case PosteriorCurve.tooSmooth: "\(numbers), with a shorter length-scale."
      default: "\(numbers) with any length-scale."
      }
    return [
      Finding(kind, predicted: points.stepwiseLikelihood, measured: likelihood, message)
    ]
  }
}
