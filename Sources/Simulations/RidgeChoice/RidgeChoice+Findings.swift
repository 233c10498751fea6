import Experiments

extension ChoiceSample {
  var findings: [Finding] {
    let (score, error) = (mean(\.score), mean(\.error))
    let promise = Finding(
      RidgeChoice.verdict(score: score, error: error), predicted: score, measured: error,
      "the chosen penalty's score promises an error of \(Self.text(score)); in truth it is "
        + "\(Self.text(error)), and \(Self.text(mean(\.bestError))) would be the best of the 25.")
    let simpler = Finding(
      RidgeChoice.simpler, predicted: nil, measured: mean(\.simplerError),
      "the largest penalty within one standard error of the lowest score fits "
        + "\(Self.freedom(mean(\.simplerFreedom))) weights' worth in place of "
        + "\(Self.freedom(mean(\.freedom))), with a true error of \(Self.text(mean(\.simplerError))) "
        + "in place of \(Self.text(error)).")
    guard isNested else { return [promise, simpler] }
    let (nested, outer) = (mean { $0.nested?.score ?? .nan }, mean { $0.nested?.error ?? .nan })
    return [
      promise, simpler,
      Finding(
        RidgeChoice.fewerRows, predicted: outer, measured: nested,
        "nested, the score is \(Self.text(nested)): right for models chosen on \(rows - rows / 5) "
          + "rows, whose true error is \(Self.text(outer)), but the one of all \(rows) has "
          + "\(Self.text(error))."),
    ]
  }

  private static func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }

  private static func freedom(_ value: Double) -> String { NumberText.fixed(value, decimals: 1) }
}

extension RidgeChoice {
  /// What a score is found to be, by how far it is from the true error.
  static func verdict(score: Double, error: Double) -> FindingKind {
    if score < (1 - nearness) * error { return flattering }
    return score > (1 + nearness) * error ? harsh : near
  }
}
