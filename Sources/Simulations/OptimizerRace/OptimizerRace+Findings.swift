import Experiments

extension OptimizerRace {
  /// What a run is found to be, by its last loss and the steps that it and the best rate need.
  ///
  /// Nil stands for never; where no rate arrives, there is none to be behind.
  static func verdict(isPastEdge: Bool, last: Double, steps: Int?, best: Int?) -> FindingKind {
    if isPastEdge { return diverging }
    guard last <= 1 else { return endedHigher }
    guard let steps else { return notThere }
    return best.map { 2 * steps <= 3 * $0 } ?? true ? wellTuned : detour
  }

  /// Whether a rate beside another confirms its steps: it takes at most 1.5 times as many.
  static func confirms(_ beside: Int?, _ steps: Int) -> Bool {
    beside.map { 2 * $0 <= 3 * steps } ?? false
  }
}

extension OptimizerRace.Runner {
  /// A number of steps in as many digits as belong to the rule.
  ///
  /// RMSprop's steps do not shrink at a constant rate, so that rounding decides when it is there: a
  /// start moved by a 10⁻¹¹ changes the last digits. Adam's do so in one of nine settings with a
  /// momentum under 0.7, and seldom at the usual 0.9.
  func text(steps: Int) -> String {
    guard self == .rmsprop else { return "\(steps)" }
    var unit = 1
    while steps >= 100 * unit { unit *= 10 }
    return "about \((steps + unit / 2) / unit * unit)"
  }
}

extension OptimizerRace.Descent {
  func finding(_ tuning: OptimizerRace.Tuning) -> Finding {
    let run = "\(runner.rawValue) at learning rate \(NumberText.shortest(rate))"
    let last = losses.last ?? 1
    let kind = OptimizerRace.verdict(
      isPastEdge: theory?.isPastEdge ?? false, last: last, steps: stepsToTarget,
      best: tuning.best?.steps)

    func finding(_ message: String) -> Finding {
      Finding(
        kind, predicted: theory?.growth, measured: theory == nil ? nil : growthPerStep,
        "\(run) \(message)")
    }
    switch kind {
    case OptimizerRace.diverging:
      let edge = NumberText.significant(theory?.edge ?? .nan)
      return finding("is past its edge \(edge)\(growthText).")
    case OptimizerRace.endedHigher:
      let end = "ends \(NumberText.significant(last)) times as high as it began"
      guard let theory else { return finding("\(end). No theory says how it goes on.") }
      return finding(
        "\(end), but is short of its edge \(NumberText.significant(theory.edge))\(growthText).")
    default:
      let place =
        stepsToTarget.map {
          "is there after \(runner.text(steps: $0)) \($0 == 1 ? "step" : "steps")"
        }
        ?? "is not there after \(NumberText.count(steps, "step"))"
      return finding("\(place)\(growthText). \(bestText(tuning))")
    }
  }

  private func bestText(_ tuning: OptimizerRace.Tuning) -> String {
    let count = OptimizerRace.rates.count
    guard let best = tuning.best else {
      return tuning.steps.allSatisfy { $0 == nil }
        ? "None of \(count) rates gets there in as many steps."
        : "Whichever of \(count) rates gets there in as many steps, a rate within half a percent "
          + "of it takes over 1.5 times as long, or for ever."
    }
    let rate = NumberText.significant(best.rate)
    guard let stepsToTarget, stepsToTarget < best.steps,
      runner.text(steps: stepsToTarget) != runner.text(steps: best.steps)
    else {
      return "Of \(count) rates the best, \(rate), takes \(runner.text(steps: best.steps))."
    }
    return "That is sooner than at the best of \(count) rates, \(rate), which takes "
      + "\(runner.text(steps: best.steps))."
  }

  /// What a step does to the distance; nothing where there is no theory.
  private var growthText: String {
    guard let theory else { return "" }
    let predicted = NumberText.fixed(theory.growth, decimals: 4)
    let measured =
      growthPerStep.map { "×\(NumberText.fixed($0, decimals: 4)) measured late in this run" }
      ?? "the run is too short to measure it"
    return ": in the long run the distance changes ×\(predicted) a step by theory, \(measured)"
  }
}
