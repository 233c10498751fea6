import Experiments
import Numerics

/// A penalty chosen on each of many data sets.
struct ChoiceSample {
  let features: Int
  let rows: Int
  let isNested: Bool
  let choices: [PenaltyChoice]

  init(features: Int, rows: Int, isNested: Bool, seed: UInt64) {
    self.features = features
    self.rows = rows
    self.isNested = isNested
    choices = (0..<RidgeChoice.sets).map { number in
      PenaltyChoice(
        Self.data(number, features: features, rows: rows, seed: seed), isNested: isNested)
    }
  }

  /// The rows of a data set: the target is the first feature and noise.
  static func data(_ number: Int, features: Int, rows: Int, seed: UInt64) -> RegressionRows {
    var stream = RandomStream(seed: seed, "rows", number)
    let noise = RegressionRows(drawing: rows, columns: features, from: &stream)
    let targets = (0..<rows).map { noise.targets[$0] + noise.features[$0 * features] }
    return RegressionRows(features: noise.features, targets: targets, columns: features)
  }

  func mean(_ value: (PenaltyChoice) -> Double) -> Double {
    choices.reduce(0) { $0 + value($1) } / Double(choices.count)
  }

  /// The standard deviation of the chosen scores over data sets.
  private var spread: Double { Spread(choices.map(\.score)).deviation }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double?)] {
    let judged = RidgeChoice.folds * RidgeChoice.penalties.count
    return [
      (RidgeChoice.chosenScore, mean(\.score)),
      (RidgeChoice.trueError, mean(\.error)),
      (RidgeChoice.optimism, mean(\.error) - mean(\.score)),
      (
        RidgeChoice.unlikeOptimism,
        LargestNormal.expected(of: RidgeChoice.penalties.count) * spread
      ),
      (RidgeChoice.bestError, mean(\.bestError)),
      (RidgeChoice.freedom, mean(\.freedom)),
      (RidgeChoice.simplerError, mean(\.simplerError)),
      (RidgeChoice.simplerFreedom, mean(\.simplerFreedom)),
      (RidgeChoice.nestedScore, isNested ? mean { $0.nested?.score ?? .nan } : nil),
      (RidgeChoice.outerError, isNested ? mean { $0.nested?.error ?? .nan } : nil),
      (RidgeChoice.fits, Double(isNested ? (RidgeChoice.folds + 1) * judged : judged)),
    ]
  }

  var cost: Cost {
    let (folds, penalties) = (RidgeChoice.folds, RidgeChoice.penalties.count)
    let turns = features * features * features + rows * features * features
    let paths = 1 + folds + (isNested ? folds * folds : 0)
    let sweeps = penalties * features * (3 + rows / folds)
    let products = rows * features * features
    return Cost(
      multiplyAdds: RidgeChoice.sets
        * (paths * (turns + sweeps) + (isNested ? folds + 1 : 1) * products),
      bytes: 8
        * (rows * (features + 1) + (folds + 1) * features * (features + 2)
          + 9 * RidgeChoice.sets))
  }
}

/// The penalty chosen on some rows, what its score promises and what it gives.
struct PenaltyChoice {
  /// The lowest score, and the true error of the model with its penalty.
  let score: Double
  let error: Double
  let freedom: Double

  /// The same with the largest penalty within one standard error.
  let simplerError: Double
  let simplerFreedom: Double

  /// The least true error of all penalties.
  let bestError: Double

  /// The scores and the true errors by penalty.
  let scores: [Double]
  let errors: [Double]

  /// The score of the same choice made without each outer fold, and the true error of what was chosen.
  let nested: (score: Double, error: Double)?

  init(_ rows: RegressionRows, isNested: Bool) {
    let all = rows.products(0..<rows.count)
    let folds = PenaltyFolds(rows, all)
    let path = RidgePath(all, columns: rows.columns)
    let errors = path.trueErrors
    let (lowest, simpler) = (folds.lowest, folds.simpler)
    score = folds.scores[lowest]
    error = errors[lowest]
    freedom = path.freedom(RidgeChoice.penalties[lowest])
    simplerError = errors[simpler]
    simplerFreedom = path.freedom(RidgeChoice.penalties[simpler])
    bestError = errors.min() ?? .nan
    scores = folds.scores
    self.errors = errors
    nested = isNested ? Self.nested(rows, folds) : nil
  }

  /// A penalty for every outer fold, chosen in five folds of the other rows; its error in the outer fold
  /// is known from when all penalties were judged there.
  private static func nested(_ rows: RegressionRows, _ folds: PenaltyFolds)
    -> (score: Double, error: Double)
  {
    var (score, error) = (0.0, 0.0)
    for (fold, held) in folds.held.enumerated() {
      let others = rows.without(held)
      let lowest = PenaltyFolds(others, others.products(0..<others.count)).lowest
      score += folds.errors[fold][lowest] * Double(held.count) / Double(rows.count)
      error += folds.paths[fold].trueErrors[lowest] / Double(folds.held.count)
    }
    return (score, error)
  }
}

extension RegressionRows {
  /// The rows but for some neighbours.
  fileprivate func without(_ held: Range<Int>) -> RegressionRows {
    let (first, last) = (held.lowerBound, held.upperBound)
    return RegressionRows(
      features: Array(features[..<(first * columns)] + features[(last * columns)...]),
      targets: Array(targets[..<first] + targets[last...]), columns: columns)
  }
}
