import Experiments

extension ExpectedImprovement {
  /// What a look is found to be, by what is to be expected of it.
  static func verdict(improvement: Double, probability: Double) -> FindingKind {
    guard improvement > worth else { return modest }
    return probability > 0.5 ? safe : bold
  }
}

extension SingleLook {
  func findings(_ measured: (improvement: Double, probability: Double)) -> [Finding] {
    let kind = ExpectedImprovement.verdict(
      improvement: expectedImprovement, probability: expectedProbability)
    let chance = NumberText.percent(expectedProbability)
    let words =
      "an improvement of \(NumberText.significant(expectedImprovement)) is to be expected, "
      + "\(NumberText.significant(measured.improvement)) measured"
    let message =
      switch kind {
      case ExpectedImprovement.safe: "\(words), and some in \(chance) of all looks."
      case ExpectedImprovement.bold: "\(words), though there is none but in \(chance) of all looks."
      default: "\(words): hardly worth a look."
      }
    return [
      Finding(
        kind, predicted: expectedImprovement, measured: measured.improvement, message)
    ]
  }
}
