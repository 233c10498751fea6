extension ConfusionMatrix {
  /// The harmonic mean of precision and recall: 2TP/(2TP + FP + FN).
  ///
  /// 0 and undefined for a class that neither occurs nor is predicted; 0 and defined for one that
  /// does only one of the two.
  package func f1(_ averaging: Averaging = .binary) -> Measured {
    average(averaging, undefined: .noPositivesAtAll) {
      (2 * self[truth: $0, predicted: $0], occurrences(of: $0) + predictions(of: $0))
    }
  }
}
