import Experiments
import Numerics

extension StepSize {
  /// What a rate is found to be, by what it and the best rate multiply the distance by in the long run.
  ///
  /// Steps go with one over the logarithm of that factor.
  static func verdict(
    growth: Double, bestGrowth: Double, rate: Double, bestRate: Double
  ) -> FindingKind {
    guard growth < 1 else { return unstableStep }
    if 4 * Elementary.log(bestGrowth) >= 5 * Elementary.log(growth) { return nearOptimal }
    return rate > bestRate ? overshooting : slowStep
  }
}

extension StepSize.Descent {
  var finding: Finding {
    let needed = theory.steps(toRelativeLoss: StepSize.target)
    let best = theory.atBestRate
    let kind = StepSize.verdict(
      growth: theory.isUnstable ? 1 : theory.growth, bestGrowth: best.growth, rate: theory.rate,
      bestRate: best.rate)
    guard let needed, kind != StepSize.unstableStep else { return finding(kind, unstableMessage) }
    switch kind {
    case StepSize.nearOptimal:
      return finding(
        kind,
        "\(rateText) suits both directions: the distance shrinks \(growthText). "
          + arrival(needed))
    case StepSize.overshooting:
      return finding(
        kind,
        "\(rateText) is short of the edge \(edgeText), but every step lands across the valley: "
          + "the distance shrinks only \(growthText). \(arrival(needed))")
    default: return finding(kind, slowMessage(needed))
    }
  }

  private func finding(_ kind: FindingKind, _ message: String) -> Finding {
    Finding(kind, predicted: theory.growth, measured: growthPerStep, message)
  }

  private var unstableMessage: String {
    if theory.isNeutral {
      return "\(rateText) is exactly the edge \(edgeText): the steep direction bounces from side "
        + "to side for ever, \(growthText)."
    }
    let message = "\(rateText) is past the edge \(edgeText): the distance grows \(growthText)."
    guard let end = losses.firstIndex(of: .infinity) else { return message }
    return message + " At step \(end) the loss overflowed."
  }

  private func slowMessage(_ needed: Int) -> String {
    guard theory.curvature > 1 else {
      return "\(rateText) is below the edge \(edgeText): both directions are equally steep and "
        + "shrink \(growthText). \(arrival(needed))"
    }
    let steep = path.last?.y ?? 0
    let share = theory.curvature * steep * steep / (1 + theory.curvature)
    guard StepSize.hasArrived(share) else {
      return "\(rateText) is below the edge \(edgeText): after "
        + "\(NumberText.count(steps, "step")) even the steep direction has "
        + "\(NumberText.significant(100 * abs(steep), digits: 2)) % of its distance left. "
        + "The distance shrinks \(growthText). \(arrival(needed))"
    }
    return "\(rateText) is done with the steep direction, but the shallow one shrinks only "
      + "\(growthText). \(arrival(needed))"
  }

  private func arrival(_ needed: Int) -> String {
    let theory = NumberText.count(needed, "step")
    guard let stepsToTarget else {
      return "A millionth of the loss needs \(theory) by theory; \(steps) "
        + "\(steps == 1 ? "was" : "were") taken."
    }
    return "A millionth of the loss needs \(theory) by theory, \(stepsToTarget) measured."
  }

  private var rateText: String { "learning rate \(NumberText.shortest(theory.rate))" }

  private var edgeText: String {
    let edge = NumberText.rounded(theory.edge, digits: 6)
    let sign = edge * theory.curvature == 2 ? "=" : "≈"
    return "2/\(NumberText.shortest(theory.curvature)) \(sign) \(NumberText.shortest(edge))"
  }

  private var growthText: String {
    "\(Self.factor(theory.growth)) a step by theory, \(Self.factor(growthPerStep)) measured"
  }

  /// A factor with as many decimals as it takes to tell it from 1.
  static func factor(_ value: Double) -> String {
    let difference = abs(value - 1)
    var decimals = 3
    var smallest = 0.0005
    while difference > 1e-12, difference < smallest, decimals < 12 {
      decimals += 1
      smallest /= 10
    }
    return "×\(NumberText.fixed(value, decimals: decimals))"
  }
}
