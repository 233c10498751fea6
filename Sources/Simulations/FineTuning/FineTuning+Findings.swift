import Experiments

extension FineTuning {
  /// What a rate is found to be, by its target loss over the best and on which side of it it lies.
  static func verdict(lossOverBest: Double, rate: Double, best: Double) -> FindingKind {
    if lossOverBest <= nearness { return nearBest }
    return rate < best ? tooGentle : tooRough
  }

  /// Whether tuning has made the new task's loss larger.
  static func isHarmful(tuned: Double, untouched: Double) -> Bool { tuned > untouched }
}

extension FineTuning.Tuning {
  /// What was found, in words that never name the best rate: an exercise asks for it.
  func findings(_ measured: FineTuning.Losses) -> [Finding] {
    let predicted = predicted(at: rate, share: share)
    let untouched = Self.text(theory.untouched)
    let target =
      "target loss is \(Self.text(predicted.target)) by theory, \(Self.text(measured.target)) measured"
    guard share > 0, theory.directions > 0 else {
      return [
        Finding(
          FineTuning.untouched, predicted: predicted.target, measured: measured.target,
          "the pretrained weights are as they were: \(target), and nothing is forgotten.")
      ]
    }
    let best = theory.best(steps: steps, share: share)
    let kind = FineTuning.verdict(
      lossOverBest: predicted.target / best.loss, rate: rate, best: best.rate)
    let how =
      switch kind {
      case FineTuning.nearBest: ""
      case FineTuning.tooGentle: "the rate is too low: "
      default: "the rate is too high: "
      }
    var findings = [
      Finding(
        kind, predicted: predicted.target, measured: measured.target,
        "\(how)\(target); that of the best rate is \(Self.text(best.loss)).")
    ]
    if FineTuning.isHarmful(tuned: predicted.target, untouched: theory.untouched) {
      findings.append(
        Finding(
          FineTuning.harmful, predicted: predicted.target, measured: theory.untouched,
          "the pretrained weights, left as they are, lose \(untouched) on the new task, which is "
            + "less."))
    }
    findings.append(
      Finding(
        FineTuning.forgetting, predicted: predicted.source, measured: measured.source,
        "the old task loses \(Self.text(predicted.source)) by theory, "
          + "\(Self.text(measured.source)) measured; before tuning it lost nothing."))
    return findings
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}
