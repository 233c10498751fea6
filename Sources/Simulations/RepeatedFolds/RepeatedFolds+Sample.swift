import Experiments
import Numerics

/// Many data sets, each dealt into folds again and again.
struct DealtSample {
  let theory: DealtMeans
  let repeats: Int
  let seed: UInt64

  /// The estimate of every data set.
  let estimates: [Double]

  /// The squared error bar of every data set.
  let squaredBars: [Double]

  init(deals repeats: Int, of theory: DealtMeans, seed: UInt64) {
    var estimates: [Double] = []
    var squaredBars: [Double] = []
    for number in 0..<RepeatedFolds.sets {
      var stream = RandomStream(seed: seed, "values", number)
      var values = stream.normals(theory.rows)
      let sum = values.reduce(0, +)
      var deals = RandomStream(seed: seed, "deals", number)
      var (errors, squares) = (0.0, 0.0)
      for _ in 0..<repeats {
        deals.shuffle(&values)
        var first = 0
        for size in theory.sizes {
          let error = Self.error(values[first..<(first + size)], of: sum, theory.rows)
          first += size
          errors += error
          squares += error * error
        }
      }
      let count = Double(repeats * theory.folds)
      let mean = errors / count
      estimates.append(mean)
      squaredBars.append((squares / count - mean * mean) / (count - 1))
    }
    self.theory = theory
    self.repeats = repeats
    self.seed = seed
    self.estimates = estimates
    self.squaredBars = squaredBars
  }

  /// The mean squared error in a fold of the mean of the other rows.
  private static func error(_ held: ArraySlice<Double>, of sum: Double, _ rows: Int) -> Double {
    let mean = (sum - held.reduce(0, +)) / Double(rows - held.count)
    return held.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(held.count)
  }

  var mean: Double { Spread(estimates).mean }
  var spread: Double { Spread(estimates).deviation }

  var bar: Double {
    Elementary.squareRoot(squaredBars.reduce(0, +) / Double(squaredBars.count))
  }

  private var claimedShare: Double {
    theory.bar(repeats: repeats) / theory.spread(repeats: repeats)
  }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (RepeatedFolds.foldsError, mean),
      (RepeatedFolds.predictedFoldsError, theory.expected),
      (RepeatedFolds.targetError, theory.target),
      (RepeatedFolds.spread, spread),
      (RepeatedFolds.predictedSpread, theory.spread(repeats: repeats)),
      (RepeatedFolds.spreadFloor, Elementary.squareRoot(theory.floorVariance)),
      (RepeatedFolds.errorBar, bar),
      (RepeatedFolds.predictedErrorBar, theory.bar(repeats: repeats)),
      (RepeatedFolds.claimedShare, claimedShare),
      (RepeatedFolds.fits, Double(theory.folds * repeats)),
    ]
  }

  var findings: [Finding] {
    let (spread, bar) = (theory.spread(repeats: repeats), theory.bar(repeats: repeats))
    let once = theory.spread(repeats: 1)
    let floor = Elementary.squareRoot(theory.floorVariance)
    return [
      Finding(
        RepeatedFolds.verdict(claimedShare: claimedShare), predicted: bar, measured: self.bar,
        "\(theory.folds * repeats) errors of folds give an error bar of \(Self.text(bar)) by theory, "
          + "\(Self.text(self.bar)) measured; the estimate's spread over data sets is "
          + "\(Self.text(spread))."),
      Finding(
        RepeatedFolds.floor, predicted: spread, measured: self.spread,
        "the spread is \(Self.text(spread)) by theory, \(Self.text(self.spread)) measured; one deal "
          + "has \(Self.text(once)), and no number of repeats brings it below \(Self.text(floor)): "
          + "they deal the same \(theory.rows) rows."),
    ]
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}
