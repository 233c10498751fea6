import Experiments

extension OptimizerRace {
  /// What a run is found to be, by its last loss and the steps that it and the best rate need.
  ///
  /// Nil stands for never; where no rate arrives, there is none to be behind.
  static func verdict(last: Double, steps: Int?, best: Int?) -> FindingKind {
    guard last <= 1 else { return diverging }
    guard let steps else { return notThere }
    return best.map { 2 * steps <= 3 * $0 } ?? true ? wellTuned : detour
  }
}

extension OptimizerRace.Descent {
  func finding(_ tuning: OptimizerRace.Tuning) -> Finding {
    let name = runner.rawValue
    let rateText = "learning rate \(NumberText.shortest(rate))"

    func finding(_ kind: FindingKind, _ message: String) -> Finding {
      Finding(
        kind, predicted: theory?.growth, measured: theory == nil ? nil : growthPerStep, message)
    }
    let last = losses.last ?? 1
    let kind = OptimizerRace.verdict(
      last: last, steps: stepsToTarget, best: tuning.best?.steps)
    if kind == OptimizerRace.diverging {
      guard let theory, theory.growth >= 1 else {
        return finding(
          kind,
          "\(name) at \(rateText) ends \(NumberText.significant(last)) times as high as it began.")
      }
      return finding(
        kind,
        "\(name) at \(rateText) is at or past its edge \(NumberText.significant(theory.edge)): the "
          + "distance grows \(growthText).")
    }
    guard let stepsToTarget else {
      return finding(
        kind,
        "\(name) at \(rateText) is not there after \(NumberText.count(steps, "step"))"
          + (theory == nil ? ". " : ": the distance shrinks \(growthText). ") + bestText(tuning))
    }
    return finding(
      kind,
      "\(name) at \(rateText) is there after \(NumberText.count(stepsToTarget, "step"))"
        + (theory == nil ? ". " : ": the distance shrinks \(growthText). ") + bestText(tuning))
  }

  private func bestText(_ tuning: OptimizerRace.Tuning) -> String {
    guard let best = tuning.best else {
      return "None of \(OptimizerRace.rates.count) rates gets there in as many steps."
    }
    return "Of \(OptimizerRace.rates.count) rates the best, "
      + "\(NumberText.significant(best.rate)), takes \(best.steps)."
  }

  private var growthText: String {
    let predicted = theory.map { "×\(NumberText.fixed($0.growth, decimals: 4))" } ?? "unknown"
    let measured =
      growthPerStep.map { "×\(NumberText.fixed($0, decimals: 4))" } ?? "too short to be"
    return "\(predicted) a step by theory, \(measured) measured"
  }
}
