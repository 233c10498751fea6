import Experiments
import Numerics

/// Rows of noise with labels of chance.
struct NoisyRows {
  /// Feature after feature, each with its value in every row.
  let values: [Double]

  /// The class of each row.
  let isPositive: [Bool]

  var rows: Int { isPositive.count }

  init(values: [Double], isPositive: [Bool]) {
    self.values = values
    self.isPositive = isPositive
  }

  init(drawing features: Int, seed: UInt64, _ number: Int) {
    var labels = RandomStream(seed: seed, "labels", number)
    var draws = RandomStream(seed: seed, "features", number)
    self.init(
      values: draws.normals(features * SelectionLeak.rows),
      isPositive: (0..<SelectionLeak.rows).map { _ in labels.bernoulli(0.5) })
  }

  /// How well each feature goes with the labels of the rows outside a fold, fold after fold, and last
  /// with those of all rows: its squared correlation with them, up to a factor that features share.
  ///
  /// Row i belongs to fold i mod `folds`. What a fold adds is summed once and taken off the whole.
  func strengths(folds: Int) -> [[Double]] {
    let labels = isPositive.map { $0 ? 1.0 : 0 }
    let positive = labels.reduce(0, +)
    let held = (0..<folds).map { fold in
      labels.indices.reduce(0) { $0 + ($1 % folds == fold ? labels[$1] : 0) }
    }
    let (rows, features) = (rows, values.count / rows)
    var result = [[Double]](
      repeating: [Double](repeating: 0, count: features), count: folds + 1)
    for feature in 0..<features {
      let first = feature * rows
      var whole = LabelSums()
      for row in 0..<rows { whole.add(values[first + row], labels[row]) }
      for fold in 0..<folds {
        var part = LabelSums()
        for row in stride(from: fold, to: rows, by: folds) {
          part.add(values[first + row], labels[row])
        }
        result[fold][feature] = whole.without(part).strength(positive: positive - held[fold])
      }
      result[folds][feature] = whole.strength(positive: positive)
    }
    return result
  }

  /// The strongest features, the strongest first.
  static func strongest(_ count: Int, of strengths: ArraySlice<Double>) -> [Int] {
    var kept: [Int] = []
    for feature in strengths.indices {
      if kept.count == count, let last = kept.last, strengths[feature] <= strengths[last] {
        continue
      }
      let place = kept.firstIndex { strengths[feature] > strengths[$0] } ?? kept.endIndex
      kept.insert(feature, at: place)
      if kept.count > count { kept.removeLast() }
    }
    return kept
  }

  /// How many rows that were not trained on are called wrong by the nearer of two centroids.
  ///
  /// Where one class is missing in training, all are called the other.
  func wrongCalls(features: [Int], training isTrained: [Bool]) -> Int {
    let rows = rows
    let positive = (0..<rows).filter { isTrained[$0] && isPositive[$0] }
    let negative = (0..<rows).filter { isTrained[$0] && !isPositive[$0] }
    func mean(_ feature: Int, _ members: [Int]) -> Double {
      members.reduce(0) { $0 + values[feature * rows + $1] } / Double(members.count)
    }
    let centroids = features.map { (mean($0, positive), mean($0, negative)) }
    return (0..<rows).reduce(0) { wrong, row in
      guard !isTrained[row] else { return wrong }
      // Positive where the squared distance to the positive centroid is the smaller.
      var nearer = 0.0
      for (feature, centroid) in zip(features, centroids) {
        let value = values[feature * rows + row]
        let (one, other) = (value - centroid.0, value - centroid.1)
        nearer += other * other - one * one
      }
      let called =
        positive.isEmpty ? false : negative.isEmpty ? true : nearer > 0
      return wrong + (called == isPositive[row] ? 0 : 1)
    }
  }

  /// The shares of held-out rows that are called wrong, features chosen by all rows or in every fold
  /// from so many first ones.
  func errors(chosen: Int, of count: Int, folds: Int, _ strengths: [[Double]]) -> (
    leaky: Double, honest: Double
  ) {
    let before = Self.strongest(chosen, of: strengths[folds][..<count])
    var (leaky, honest) = (0, 0)
    for fold in 0..<folds {
      let isTrained = (0..<rows).map { $0 % folds != fold }
      leaky += wrongCalls(features: before, training: isTrained)
      honest += wrongCalls(
        features: Self.strongest(chosen, of: strengths[fold][..<count]), training: isTrained)
    }
    return (Double(leaky) / Double(rows), Double(honest) / Double(rows))
  }
}

/// Sums over some rows of one feature's values, of their squares, and of the values of positive rows.
private struct LabelSums {
  var count = 0.0
  var sum = 0.0
  var squares = 0.0
  var product = 0.0

  mutating func add(_ value: Double, _ label: Double) {
    count += 1
    sum += value
    squares += value * value
    product += value * label
  }

  func without(_ other: LabelSums) -> LabelSums {
    LabelSums(
      count: count - other.count, sum: sum - other.sum, squares: squares - other.squares,
      product: product - other.product)
  }

  /// The squared covariance of value and label over the variance of the value.
  func strength(positive: Double) -> Double {
    let shared = product - sum * positive / count
    return shared * shared / (squares - sum * sum / count)
  }
}

/// Data sets of noise, cross-validated both ways.
struct NoiseTrial {
  let features: Int
  let chosen: Int
  let seed: UInt64
  let leakyError: Double
  let honestError: Double

  init(features: Int, chosen: Int, seed: UInt64) {
    self = Self.all([features], chosen: chosen, seed: seed)[0]
  }

  /// Trials of several numbers of features, of which fewer are the first of more; each as it would be
  /// alone.
  static func all(_ counts: [Int], chosen: Int, seed: UInt64) -> [NoiseTrial] {
    let folds = SelectionLeak.folds
    var sums = counts.map { _ in (leaky: 0.0, honest: 0.0) }
    for number in 0..<SelectionLeak.sets {
      let rows = NoisyRows(drawing: counts.max() ?? 0, seed: seed, number)
      let strengths = rows.strengths(folds: folds)
      for (index, count) in counts.enumerated() {
        let errors = rows.errors(chosen: chosen, of: count, folds: folds, strengths)
        sums[index].leaky += errors.leaky
        sums[index].honest += errors.honest
      }
    }
    return zip(counts, sums).map {
      NoiseTrial(features: $0, chosen: chosen, seed: seed, leaky: $1.leaky, honest: $1.honest)
    }
  }

  private init(features: Int, chosen: Int, seed: UInt64, leaky: Double, honest: Double) {
    self.features = features
    self.chosen = chosen
    self.seed = seed
    leakyError = leaky / Double(SelectionLeak.sets)
    honestError = honest / Double(SelectionLeak.sets)
  }

  var finding: Finding {
    let gap = 0.5 - leakyError
    func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
    let features = chosen == 1 ? "the feature" : "the \(chosen) features"
    return Finding(
      SelectionLeak.verdict(gap: gap), predicted: 0.5, measured: leakyError,
      "\(features) of \(self.features) that go best with all labels make \(text(leakyError)) errors on "
        + "held-out rows; chosen without those rows, \(text(honestError)). The labels are coins, so "
        + "that nothing can do better than 0.5.")
  }

  var errorFigure: Figure {
    let places = [20, 50, 100, 200, 500, 1000, 2000, 5000]
    let trials = Self.all(places, chosen: chosen, seed: seed)
    let x = places.map(Double.init)
    return Figure(
      SelectionLeak.errorFigure, .scatter,
      title: "errors on pure chance, \(chosen) features chosen",
      x: Figure.Axis("features", .log), y: Figure.Axis("share called wrong"),
      series: [
        Figure.Series("chosen by all rows", x: x, y: trials.map(\.leakyError)),
        Figure.Series("chosen in every fold", x: x, y: trials.map(\.honestError)),
        Figure.Series("chance", .theory, x: [20, 5000], y: [0.5, 0.5]),
      ], markers: [Figure.Marker("this run", x: Double(features))])
  }
}
