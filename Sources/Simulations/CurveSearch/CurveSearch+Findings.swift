import Experiments

extension CurveSearch {
  /// Whether the model was worth having.
  static func contest(regret: Double, random: Double) -> FindingKind {
    regret < random ? beatsRandom : losesToRandom
  }

  /// What a model is found to be, by the share of points within two deviations.
  static func verdict(coverage: Double) -> FindingKind {
    if coverage < 0.9 { return tooSure }
    return coverage > 0.98 ? tooUnsure : calibrated
  }
}

extension CurveHunt.Ends {
  var findings: [Finding] {
    let contest = CurveSearch.contest(regret: regret, random: predictedRandomRegret)
    let numbers =
      "a regret of \(NumberText.significant(regret)), where random looks leave "
      + "\(NumberText.significant(predictedRandomRegret)) in expectation"
    let model = CurveSearch.verdict(coverage: coverage)
    let share = NumberText.percent(coverage)
    let words =
      switch model {
      case CurveSearch.tooSure: "the model is too sure: \(share) of the other points"
      case CurveSearch.tooUnsure: "the model is too unsure: \(share) of the other points"
      default: "\(share) of the other points"
      }
    return [
      Finding(contest, predicted: predictedRandomRegret, measured: regret, "\(numbers)."),
      Finding(
        model, predicted: nil, measured: coverage,
        "\(words) lie within 2 deviations of its mean; a right model has 95 % there."),
    ]
  }
}
