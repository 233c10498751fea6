import Experiments

@testable import Simulations

extension RidgeChoice: Claiming {
  static let claims = [
    Claim(flattering) { run in
      let (score, error) = means(run)
      return score < 0.98 * error + 0.08 ? nil : "a score of \(score), an error of \(error)"
    },
    Claim(near) { run in
      let (score, error) = means(run)
      return abs(score - error) < 0.02 * error + 0.08
        ? nil : "a score of \(score), an error of \(error)"
    },
    Claim(harsh) { run in
      let (score, error) = means(run)
      return score > 1.02 * error - 0.08 ? nil : "a score of \(score), an error of \(error)"
    },
    Claim(simpler) { run in
      // Under another seed too it fits less, and the error is not lower than by chance.
      let others = run.seeds(2)
      for other in others {
        let (less, more) = (other[simplerFreedom] ?? .nan, other[freedom] ?? .nan)
        if !(less < more) { return "\(less) degrees of freedom, \(more)" }
        let (cost, plain) = (other[simplerError] ?? .nan, other[trueError] ?? .nan)
        if !(cost > plain - 0.01) { return "an error of \(cost), \(plain)" }
      }
      return nil
    },
    Claim(fewerRows) { run in
      // What fewer rows are worth can be had by drawing fewer.
      let (nested, outer) = (run[nestedScore] ?? .nan, run[outerError] ?? .nan)
      if abs(nested - outer) > 0.13 { return "a score of \(nested), an error of \(outer)" }
      let fewer = run[rows] - run[rows] / 5
      guard fewer >= 40 else { return outer > (run[trueError] ?? .nan) ? nil : "\(outer)" }
      let less = try run.turning(rows, to: fewer)[trueError] ?? .nan
      return abs(less - outer) < 0.06 ? nil : "\(outer) without a fold, \(less) on \(fewer) rows"
    },
  ]

  /// What was promised and what was true, over other seeds.
  private static func means(_ run: ClaimedRun) -> (score: Double, error: Double) {
    let others = run.seeds(3)
    func mean(_ metric: Metric) -> Double {
      others.reduce(0) { $0 + ($1[metric] ?? .nan) } / Double(others.count)
    }
    return (mean(chosenScore), mean(trueError))
  }
}
