extension ConfusionMatrix {
  /// The share of rows given a class that have it: TP/(TP + FP).
  ///
  /// 0 and undefined for a class that is never predicted.
  package func precision(_ averaging: Averaging = .binary) -> Measured {
    average(averaging, undefined: .noPredictedPositives) {
      (self[truth: $0, predicted: $0], predictions(of: $0))
    }
  }
}
