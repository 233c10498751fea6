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
    let columns = data.columns
    var means = Array(repeating: 0.0, count: columns)
    var deviations = Array(repeating: 1.0, count: columns)
    if let first = rows.first {
      precondition(rows.allSatisfy { 0..<data.rows ~= $0 }, "there is no such row")
      // Row by row, each of which lies in one piece; a feature's numbers are added in their order.
      var squares = means
      var isConstant = Array(repeating: true, count: columns)
      for row in rows {
        for column in 0..<columns {
          let value = data.features[row * columns + column]
          means[column] += value
          if value != data.features[first * columns + column] { isConstant[column] = false }
        }
      }
      let count = Double(rows.count)
      for column in 0..<columns { means[column] /= count }
      for row in rows {
        for column in 0..<columns {
          let distance = data.features[row * columns + column] - means[column]
          squares[column] += distance * distance
        }
      }
      for column in 0..<columns {
        if isConstant[column] {
          // Rounding their sum would leave something else.
          means[column] = data.features[first * columns + column]
        } else {
          deviations[column] = Self.deviation(
            squares[column] / count, mean: means[column], count: count)
        }
      }
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
    for first in stride(from: 0, to: features.count, by: data.columns) {
      for column in means.indices {
        features[first + column] = (features[first + column] - means[column]) / deviations[column]
      }
    }
    return Dataset(
      features: features, targets: data.targets, columns: data.columns, outputs: data.outputs)
  }

  /// The root of a variance; 1 where it is no more than rounding, or overflows.
  private static func deviation(_ variance: Double, mean: Double, count: Double) -> Double {
    let rounding = count * Double.ulpOfOne
    let least = rounding * variance + rounding * mean * (rounding * mean)
    guard variance > least, variance.isFinite else { return 1 }
    return Elementary.squareRoot(variance)
  }
}
