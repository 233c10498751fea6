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
      for other in others(run, 1) {
        let (less, more) = (other.mean(\.simplerFreedom), other.mean(\.freedom))
        if !(less < more) { return "\(less) degrees of freedom, \(more)" }
        let (cost, plain) = (other.mean(\.simplerError), other.mean(\.error))
        if !(cost > plain - 0.01) { return "an error of \(cost), \(plain)" }
      }
      return nil
    },
    Claim(fewerRows) { run in
      // What fewer rows are worth can be had by drawing fewer.
      let (nested, outer) = (run[nestedScore] ?? .nan, run[outerError] ?? .nan)
      if abs(nested - outer) > 0.13 { return "a score of \(nested), an error of \(outer)" }
      let fewer = ChoiceSample(
        features: run[features], rows: run[rows] - run[rows] / 5, isNested: false, seed: run.seed)
      let less = fewer.mean(\.error)
      return abs(less - outer) < 0.06 ? nil : "\(outer) without a fold, \(less) on so many rows"
    },
  ]

  /// The same data, drawn under other seeds; what is promised and true does not depend on nesting.
  private static func others(_ run: ClaimedRun, _ count: Int) -> [ChoiceSample] {
    (1...UInt64(count)).map {
      ChoiceSample(
        features: run[features], rows: run[rows], isNested: false, seed: run.seed &+ 7919 &* $0)
    }
  }

  /// What was promised and what was true, over other seeds.
  private static func means(_ run: ClaimedRun) -> (score: Double, error: Double) {
    let others = others(run, 2)
    func mean(_ value: (PenaltyChoice) -> Double) -> Double {
      others.reduce(0) { $0 + $1.mean(value) } / Double(others.count)
    }
    return (mean(\.score), mean(\.error))
  }
}
