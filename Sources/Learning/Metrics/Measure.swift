/// A measure of how good predictions are, as it is listed by name.
///
/// What it is computed from is a `ConfusionMatrix`, `ScoredLabels` or `NumericPredictions`; each
/// lists its own under `measures`. A new measure is a file and a line there.
package struct Measure<Evidence: Sendable>: Sendable {
  /// The name in text and files, such as `balanced-accuracy`.
  package let name: String
  /// Whether a larger value is better.
  package let largerIsBetter: Bool
  private let compute: @Sendable (Evidence) -> Measured

  init(
    _ name: String, largerIsBetter: Bool = true,
    _ compute: @escaping @Sendable (Evidence) -> Measured
  ) {
    self.name = name
    self.largerIsBetter = largerIsBetter
    self.compute = compute
  }

  /// The measure's value for these predictions.
  package func callAsFunction(_ evidence: Evidence) -> Measured { compute(evidence) }
}

extension ConfusionMatrix {
  /// Every measure of predicted classes.
  package static let measures: [Measure<ConfusionMatrix>] = [
    Measure("accuracy") { $0.accuracy },
    Measure("balanced-accuracy") { $0.balancedAccuracy },
    Measure("precision") { $0.precision(.binary) },
    Measure("macro-precision") { $0.precision(.macro) },
    Measure("micro-precision") { $0.precision(.micro) },
    Measure("recall") { $0.recall(.binary) },
    Measure("macro-recall") { $0.recall(.macro) },
    Measure("micro-recall") { $0.recall(.micro) },
    Measure("f1") { $0.f1(.binary) },
    Measure("macro-f1") { $0.f1(.macro) },
    Measure("micro-f1") { $0.f1(.micro) },
  ]
}

extension ScoredLabels {
  /// Every measure of scores or probabilities of a positive class.
  package static let measures: [Measure<ScoredLabels>] = [
    Measure("roc-auc") { $0.rocAUC },
    Measure("average-precision") { $0.averagePrecision },
    Measure("log-loss", largerIsBetter: false) { $0.logLoss },
    Measure("brier-score", largerIsBetter: false) { $0.brierScore },
  ]
}

extension NumericPredictions {
  /// Every measure of predicted numbers.
  package static let measures: [Measure<NumericPredictions>] = [
    Measure("r-squared") { $0.rSquared },
    Measure("root-mean-squared-error", largerIsBetter: false) { $0.rootMeanSquaredError },
    Measure("mean-absolute-error", largerIsBetter: false) { $0.meanAbsoluteError },
  ]
}
