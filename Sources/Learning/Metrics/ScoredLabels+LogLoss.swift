import Numerics

extension ScoredLabels {
  /// The mean of −log of the probability given to what came true, in nats.
  ///
  /// As in scikit-learn, probabilities are brought into [2⁻⁵², 1 − 2⁻⁵²] first, so certainty that
  /// was wrong costs 36.04 and not infinity.
  package var logLoss: Measured {
    if let improbable { return Measured(undefined: improbable) }
    let least = 0x1p-52
    var sum = 0.0
    for (truth, score) in zip(truth, scores) {
      let probability = max(least, min(score, 1 - least))
      sum -= Elementary.log(truth ? probability : 1 - probability)
    }
    return Measured(sum / Double(truth.count))
  }
}
