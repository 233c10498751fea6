import Experiments
import Numerics

/// Two models on random splits of many data sets.
struct SplitComparison {
  let theory: SharedRows
  let secondWeight: Double
  let seed: UInt64

  /// The first model's mean squared error less the second's, data set by data set and split by split.
  let differences: [Double]

  init(splits: Int, rows: Int, heldOut: Double, secondWeight: Double, seed: UInt64) {
    let theory = SharedRows(splits: splits, rows: rows, heldOut: heldOut)
    var differences: [Double] = []
    differences.reserveCapacity(RandomSplits.sets * splits)
    for number in 0..<RandomSplits.sets {
      var stream = RandomStream(seed: seed, "rows", number)
      let data = TwoFeatures(drawing: rows, secondWeight: secondWeight, from: &stream)
      var draws = RandomStream(seed: seed, "splits", number)
      var order = Array(0..<rows)
      for _ in 0..<splits {
        for place in 0..<theory.heldOut {
          order.swapAt(place, place + draws.integer(below: rows - place))
        }
        differences.append(data.difference(judging: order[..<theory.heldOut]))
      }
    }
    self.theory = theory
    self.secondWeight = secondWeight
    self.seed = seed
    self.differences = differences
  }

  /// Whether neither model is better.
  var areEqual: Bool { secondWeight == 1 }

  /// Mean and variance of every data set's differences, of the first splits alone.
  func moments(first count: Int) -> [(mean: Double, variance: Double)] {
    stride(from: 0, to: differences.count, by: theory.splits).map { start in
      let some = differences[start..<(start + count)]
      let mean = some.reduce(0, +) / Double(count)
      let squares = some.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (mean, squares / Double(count - 1))
    }
  }

  /// In what share of the data sets each test calls one model better.
  func rejections(splits: Int) -> (plain: Double, corrected: Double) {
    let theory = theory.with(splits: splits)
    var (plain, corrected) = (0, 0)
    for (mean, variance) in moments(first: splits) {
      if mean * mean > variance * theory.plainBound { plain += 1 }
      if mean * mean > variance * theory.correctedBound { corrected += 1 }
    }
    let sets = Double(RandomSplits.sets)
    return (Double(plain) / sets, Double(corrected) / sets)
  }

  /// The correlation of two splits' differences over data sets.
  ///
  /// What is left of a variance within data sets is (1 − ρ) of a difference's, and the variance of their
  /// means is ρ + (1 − ρ)/J of it.
  var correlation: Double {
    let moments = moments(first: theory.splits)
    let sets = Double(moments.count)
    let mean = moments.reduce(0) { $0 + $1.mean } / sets
    let within = moments.reduce(0) { $0 + $1.variance } / sets
    let between = moments.reduce(0) { $0 + ($1.mean - mean) * ($1.mean - mean) } / (sets - 1)
    let shared = between - within / Double(theory.splits)
    return shared / (shared + within)
  }
}

/// Rows of two features and the target that is their sum, the second weighted, and noise.
private struct TwoFeatures {
  let first: [Double]
  let second: [Double]
  let targets: [Double]

  /// The sums of squares, and of products with the target, of each feature over all rows.
  let squares: (Double, Double)
  let products: (Double, Double)

  init(drawing rows: Int, secondWeight: Double, from stream: inout RandomStream) {
    let (first, second) = (stream.normals(rows), stream.normals(rows))
    var targets = stream.normals(rows)
    var (squares, products) = ((0.0, 0.0), (0.0, 0.0))
    for row in 0..<rows {
      targets[row] += first[row] + secondWeight * second[row]
      squares.0 += first[row] * first[row]
      squares.1 += second[row] * second[row]
      products.0 += first[row] * targets[row]
      products.1 += second[row] * targets[row]
    }
    self.first = first
    self.second = second
    self.targets = targets
    self.squares = squares
    self.products = products
  }

  /// The mean squared error on some rows of the first feature's line, less that of the second's, both
  /// fitted to all others.
  func difference(judging rows: ArraySlice<Int>) -> Double {
    var (squares, products) = (squares, products)
    for row in rows {
      squares.0 -= first[row] * first[row]
      squares.1 -= second[row] * second[row]
      products.0 -= first[row] * targets[row]
      products.1 -= second[row] * targets[row]
    }
    let slopes = (products.0 / squares.0, products.1 / squares.1)
    let sum = rows.reduce(0.0) { sum, row in
      let one = targets[row] - slopes.0 * first[row]
      let other = targets[row] - slopes.1 * second[row]
      return sum + (one * one - other * other)
    }
    return sum / Double(rows.count)
  }
}
