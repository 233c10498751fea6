import Experiments

extension LocationDescent {
  /// What the loss asked for, in words.
  var finding: Finding {
    guard let location = target.location else {
      return Finding(
        LossTarget.anywhere, predicted: nil, measured: estimate,
        "every number from \(NumberText.shortest(target.low)) to "
          + "\(NumberText.shortest(target.high)) has the same least loss by theory; measured, "
          + "descent stopped at \(NumberText.significant(estimate)).")
    }
    let numbers =
      "\(NumberText.significant(location)) by theory, \(NumberText.significant(estimate)) measured"
    func finding(_ kind: FindingKind, _ message: String) -> Finding {
      Finding(
        kind, predicted: location, measured: estimate, message + coverageText + slowText(location))
    }
    switch rule {
    case .squared:
      return finding(
        LossTarget.mean, "squared error asks for the mean: \(numbers).\(outlierText(location))")
    case .absolute:
      return finding(
        LossTarget.median,
        "absolute error asks for the median, with as many above it as below: \(numbers).")
    case .huber:
      return finding(
        LossTarget.between,
        "the Huber loss asks for something between mean and median: \(numbers). Whatever is "
          + "further away than \(NumberText.shortest(threshold)) pulls as if it were at that "
          + "distance.")
    case .pinball:
      let share = NumberText.shortest(quantile)
      return finding(
        LossTarget.share,
        "pinball loss at τ = \(share) asks for the smallest number that a share of at least \(share) "
          + "stays at or under: \(numbers).")
    }
  }

  /// What one number among five can do to their mean, which then lies above the four others.
  private func outlierText(_ mean: Double) -> String {
    guard numbers == .five, mean > 4, let outlier = data.targets.last else { return "" }
    return " The \(NumberText.shortest(outlier)) pulls as hard as the other four together."
  }

  /// A warning where the bottom is so flat that the descent was not over.
  private func slowText(_ location: Double) -> String {
    guard numbers == .five, !Self.hasArrived(estimate, at: location) else { return "" }
    return " The bottom is so flat there that \(Self.steps) steps did not arrive."
  }

  /// Whether an answer is within a hundredth of the one that theory names.
  static func hasArrived(_ estimate: Double, at location: Double) -> Bool {
    !(abs(estimate - location) > 0.01 * location)
  }

  private var coverageText: String {
    guard let coverage, let predictedCoverage else { return "" }
    return " Of fresh waiting times \(NumberText.fixed(predictedCoverage, decimals: 3)) stay at or "
      + "under it by theory, \(NumberText.fixed(coverage, decimals: 3)) measured."
  }
}
