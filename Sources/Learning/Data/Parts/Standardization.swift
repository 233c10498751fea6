import Numerics

/// A shift and a scale for each feature, measured on some rows and applied to any.
///
/// Fit it to the training part only: what it learns from other rows leaks into training.
package struct Standardization: Sendable, Equatable {
  /// The mean of each feature over the rows it was fitted to.
  package let means: [Double]
  /// The standard deviation of each feature (divided by n, as in scikit-learn), 1 where it is constant.
  package let deviations: [Double]

  /// Measures the features of these rows of a data set.
  ///
  /// A feature that is constant up to rounding is only shifted, by scikit-learn's rule: a variance of
  /// at most nε·variance + (nε·mean)². So is one without any row, or whose variance overflows.
  /// - Precondition: every number is that of a row.
  package init(fittedTo data: Dataset, rows: [Int]) {
    var means = Array(repeating: 0.0, count: data.columns)
    var deviations = Array(repeating: 1.0, count: data.columns)
    for column in 0..<data.columns where !rows.isEmpty {
      let values = rows.map { row in
        precondition(0..<data.rows ~= row, "there is no row \(row)")
        return data.features[row * data.columns + column]
      }
      (means[column], deviations[column]) = Self.measure(values)
    }
    self.means = means
    self.deviations = deviations
  }

  /// Shifts and scales the features, so that those of the fitted rows have mean 0 and deviation 1.
  ///
  /// - Precondition: as many features as fitted.
  package func applied(to data: Dataset) -> Dataset {
    precondition(data.columns == means.count, "fitted to another number of features")
    var features = data.features
    for index in features.indices {
      let column = index % data.columns
      features[index] = (features[index] - means[column]) / deviations[column]
    }
    return Dataset(
      features: features, targets: data.targets, columns: data.columns, outputs: data.outputs)
  }

  /// The mean and the standard deviation of at least one value.
  private static func measure(_ values: [Double]) -> (mean: Double, deviation: Double) {
    // Equal values would otherwise keep what rounding their sum leaves.
    if values.allSatisfy({ $0 == values[0] }) { return (values[0], 1) }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let rounding = count * Double.ulpOfOne
    let least = rounding * variance + rounding * mean * (rounding * mean)
    guard variance > least, variance.isFinite else { return (mean, 1) }
    return (mean, Elementary.squareRoot(variance))
  }
}
