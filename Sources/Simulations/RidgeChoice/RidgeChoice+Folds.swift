import Numerics

/// Rows in folds, with the errors of every penalty in each of them.
struct PenaltyFolds {
  /// The rows of each fold, neighbours.
  let held: [Range<Int>]

  /// The fits to the rows outside of each fold.
  let paths: [RidgePath]

  /// The mean squared error of each penalty, fold by fold.
  let errors: [[Double]]

  /// The mean squared error of each penalty over all rows.
  let scores: [Double]

  /// The place of the penalty with the lowest score.
  let lowest: Int

  init(_ rows: RegressionRows, _ all: RegressionRows.Products) {
    let (size, larger) = rows.count.quotientAndRemainder(dividingBy: RidgeChoice.folds)
    var held: [Range<Int>] = []
    var paths: [RidgePath] = []
    var errors: [[Double]] = []
    var scores = [Double](repeating: 0, count: RidgeChoice.penalties.count)
    for fold in 0..<RidgeChoice.folds {
      let first = held.last?.upperBound ?? 0
      let range = first..<(first + size + (fold < larger ? 1 : 0))
      let path = RidgePath(all.without(rows.products(range)), columns: rows.columns)
      let squares = path.squaredErrors(of: rows, in: range)
      for index in scores.indices { scores[index] += squares[index] / Double(rows.count) }
      errors.append(squares.map { $0 / Double(range.count) })
      held.append(range)
      paths.append(path)
    }
    self.held = held
    self.paths = paths
    self.errors = errors
    self.scores = scores
    lowest = scores.indices.min { scores[$0] < scores[$1] } ?? 0
  }

  /// The place of the largest penalty whose score is within one standard error of the lowest.
  ///
  /// The standard error is the deviation of the folds' errors over the root of their number.
  var simpler: Int {
    let errors = errors.map { $0[lowest] }
    let bound =
      scores[lowest] + Spread(errors).deviation / Elementary.squareRoot(Double(errors.count))
    return scores.indices.last { scores[$0] <= bound } ?? lowest
  }
}

extension RidgePath {
  /// The sum of squared errors on some rows, penalty by penalty.
  fileprivate func squaredErrors(of rows: RegressionRows, in range: Range<Int>) -> [Double] {
    let turned = turned(rows.features[range.lowerBound * columns..<range.upperBound * columns])
    return RidgeChoice.eachPenalty { penalties in
      let weights = weights(penalties)
      var sum = SIMD8<Double>.zero
      for (index, row) in range.enumerated() {
        var rest = SIMD8<Double>(repeating: rows.targets[row])
        for column in 0..<columns { rest -= weights[column] * turned[index * columns + column] }
        sum += rest * rest
      }
      return sum
    }
  }

  /// 1 + ‖w − e₁‖², penalty by penalty: the error on new rows, weights and truth turned alike.
  var trueErrors: [Double] {
    let truth = turned([1] + [Double](repeating: 0, count: columns - 1))
    return RidgeChoice.eachPenalty { penalties in
      let weights = weights(penalties)
      return (0..<columns).reduce(SIMD8(repeating: 1)) { sum, column in
        let off = weights[column] - truth[column]
        return sum + off * off
      }
    }
  }
}

extension RidgeChoice {
  /// The penalties, eight side by side; the last is repeated until eight are full.
  private static let lanes = stride(from: 0, to: penalties.count, by: 8).map { first in
    var lanes = SIMD8<Double>()
    for lane in 0..<8 { lanes[lane] = penalties[min(first + lane, penalties.count - 1)] }
    return lanes
  }

  /// What comes of every penalty, eight at a time.
  fileprivate static func eachPenalty(_ result: (SIMD8<Double>) -> SIMD8<Double>) -> [Double] {
    let all = lanes.map(result)
    return penalties.indices.map { all[$0 / 8][$0 % 8] }
  }
}
