import Experiments

/// The best of normal scores, and of some drawn from them, in expectation.
enum PredictedBest {
  /// The expected best of 0, 1 … 100 scores; one is as often above as below.
  private static let best = [0, 0] + (2...100).map { LargestNormal.expected(of: $0) }

  /// - Precondition: at most 100 trials.
  static func exact(trials: Int) -> Double { best[trials] }

  /// The expected best of trials drawn with replacement from so many scores.
  ///
  /// Of the trials, some are the same score again: the best is that of as many scores as are
  /// different, whose number has a distribution of its own.
  ///
  /// - Precondition: at most 100 scores.
  static func replaced(trials: Int, made: Int) -> Double {
    zip(different(trials: trials, made: made), best).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The chances that 0, 1 … of the scores are drawn.
  private static func different(trials: Int, made: Int) -> [Double] {
    var chances = [Double](repeating: 0, count: made + 1)
    chances[0] = 1
    for _ in 0..<trials {
      for count in stride(from: made, through: 1, by: -1) {
        let (again, new) = (Double(count) / Double(made), Double(made - count + 1) / Double(made))
        chances[count] = chances[count] * again + chances[count - 1] * new
      }
      chances[0] = 0
    }
    return chances
  }
}

extension BudgetCurve {
  /// What drawing with replacement is found to be, by how far it is too low in expectation.
  static func verdict(shortfall: Double) -> FindingKind { shortfall > nearness ? tooLow : nearly }
}
