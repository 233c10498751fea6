/// Examples to learn from: rows of features, each with its targets.
///
/// Both are row-major and flat: `features[row * columns + column]`, `targets[row * outputs + k]`.
package struct Dataset: Sendable, Equatable {
  package let features: [Double]
  package let targets: [Double]
  package let rows: Int
  package let columns: Int
  /// How many targets a row has.
  package let outputs: Int

  /// Examples of `columns` features and `outputs` targets each.
  ///
  /// - Precondition: both arrays hold the same whole number of rows.
  package init(features: [Double], targets: [Double], columns: Int, outputs: Int = 1) {
    precondition(columns > 0 && outputs > 0, "a row has features and targets")
    precondition(features.count.isMultiple(of: columns), "the last row lacks features")
    rows = features.count / columns
    precondition(targets.count == rows * outputs, "features and targets differ in rows")
    self.features = features
    self.targets = targets
    self.columns = columns
    self.outputs = outputs
  }

  /// The first `count` rows, or all where there are fewer.
  package func prefix(_ count: Int) -> Dataset {
    let kept = max(0, min(count, rows))
    return Dataset(
      features: Array(features.prefix(kept * columns)),
      targets: Array(targets.prefix(kept * outputs)), columns: columns, outputs: outputs)
  }
}
