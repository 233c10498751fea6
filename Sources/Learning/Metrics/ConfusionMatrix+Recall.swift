extension ConfusionMatrix {
  /// The share of rows of a class that are given it: TP/(TP + FN).
  ///
  /// 0 and undefined for a class that never occurs.
  package func recall(_ averaging: Averaging = .binary) -> Measured {
    average(averaging, undefined: .noPositives) {
      (self[truth: $0, predicted: $0], occurrences(of: $0))
    }
  }
}
