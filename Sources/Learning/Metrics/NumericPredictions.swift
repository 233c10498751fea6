/// Numbers and what was predicted for them.
package struct NumericPredictions: Sendable, Equatable {
  package let truth: [Double]
  package let predicted: [Double]

  /// - Precondition: one prediction a row.
  package init(truth: [Double], predicted: [Double]) {
    precondition(truth.count == predicted.count, "one prediction a row")
    self.truth = truth
    self.predicted = predicted
  }

  /// Why nothing can be measured, if so.
  var unmeasurable: Undefined? {
    if truth.isEmpty { return .noRows }
    return truth.allSatisfy(\.isFinite) && predicted.allSatisfy(\.isFinite) ? nil : .notFinite
  }

  /// Σ(y − ŷ)².
  var squaredError: Double {
    var sum = 0.0
    for (truth, predicted) in zip(truth, predicted) {
      sum += (truth - predicted) * (truth - predicted)
    }
    return sum
  }
}
