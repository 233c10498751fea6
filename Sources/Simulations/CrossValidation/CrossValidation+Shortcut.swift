import Numerics

/// Rows of features, each with its target.
struct RegressionRows {
  /// X'X, on and below its diagonal, and X'y.
  struct Products {
    var square: [Double]
    var right: [Double]

    /// What is left where some rows are taken out.
    func without(_ other: Products) -> Products {
      var left = self
      for index in left.square.indices { left.square[index] -= other.square[index] }
      for index in left.right.indices { left.right[index] -= other.right[index] }
      return left
    }
  }

  let columns: Int
  let features: [Double]
  let targets: [Double]

  var count: Int { targets.count }

  init(features: [Double], targets: [Double], columns: Int) {
    self.features = features
    self.targets = targets
    self.columns = columns
  }

  /// Rows of standard normal features, whose targets are standard normal noise and nothing else.
  init(drawing rows: Int, columns: Int, from stream: inout RandomStream) {
    let features = stream.normals(rows * columns)
    self.init(features: features, targets: stream.normals(rows), columns: columns)
  }

  /// The products of some neighbouring rows.
  func products(_ range: Range<Int>) -> Products {
    var square = [Double](repeating: 0, count: columns * columns)
    var right = [Double](repeating: 0, count: columns)
    square.withUnsafeMutableBufferPointer { square in
      features.withUnsafeBufferPointer { features in
        for row in range {
          let first = row * columns
          for column in 0..<columns {
            let feature = features[first + column]
            for other in 0...column {
              square[column * columns + other] += feature * features[first + other]
            }
            right[column] += feature * targets[row]
          }
        }
      }
    }
    return Products(square: square, right: right)
  }

  /// What a row's target is beyond what the weights say.
  func residual(_ row: Int, _ weights: [Double]) -> Double {
    let own = features[row * columns..<(row + 1) * columns]
    return zip(weights, own).reduce(targets[row]) { $0 - $1.0 * $1.1 }
  }
}

/// A fit of all rows, and what leaving every row out once would give, without another fit.
///
/// With hᵢ the diagonal of the matrix that turns targets into fitted values, the error on a row that
/// was left out is eᵢ/(1 − hᵢ). Source: Allen 1974, "The relationship between variable selection and
/// data augmentation and a method for prediction".
struct RidgeFit {
  let weights: [Double]
  let residuals: [Double]

  /// The diagonal hᵢ.
  let leverages: [Double]

  /// The fit with the least squared error plus the penalty times the squared weights; nil where
  /// that is not one.
  init?(_ rows: RegressionRows, _ all: RegressionRows.Products, penalty: Double = 0) {
    let columns = rows.columns
    var square = all.square
    for column in 0..<columns { square[column * columns + column] += penalty }
    guard let factor = Cholesky(square, size: columns) else { return nil }
    let weights = factor.solve(all.right)
    let inverse = (0..<columns).flatMap { column in
      factor.solve((0..<columns).map { $0 == column ? 1 : 0 })
    }
    residuals = (0..<rows.count).map { rows.residual($0, weights) }
    leverages = (0..<rows.count).map { row in
      let first = row * columns
      var sum = 0.0
      for column in 0..<columns {
        var part = 0.0
        for other in 0..<columns {
          part += inverse[column * columns + other] * rows.features[first + other]
        }
        sum += rows.features[first + column] * part
      }
      return sum
    }
    self.weights = weights
  }

  var squaredResiduals: Double { residuals.reduce(0) { $0 + $1 * $1 } }

  /// The sum of the squared errors, every row left out once.
  var oneOutSquares: Double {
    zip(residuals, leverages).reduce(0) { sum, row in
      let out = row.0 / (1 - row.1)
      return sum + out * out
    }
  }

  /// Every leverage taken as their mean: n·Σeᵢ²/(n − Σhᵢ)².
  ///
  /// Source: Golub, Heath & Wahba 1979, "Generalized cross-validation as a method for choosing a good
  /// ridge parameter".
  var generalizedError: Double {
    let rows = Double(residuals.count)
    let left = rows - leverages.reduce(0, +)
    return rows * squaredResiduals / (left * left)
  }
}
