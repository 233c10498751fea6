import Experiments
import Learning

/// Gradient descent in a bowl that is steeper one way than the other.
///
/// The loss is ½(w₁² + κw₂²), its minimum 0 at the origin; every run starts at (1, 1). Theory comes
/// from the closed form, measurement from taking the steps.
package enum StepSize: Simulation {
  package static let name = "step-size"
  package static let summary =
    "Gradient descent in a bowl steeper one way than the other: too small, just right, too large"
  package static let usesChance = false

  // What it takes

  static let learningRate = Knob<Double>(
    "learning-rate", .log(0.001...1), default: 0.01, "length of a step per unit of slope")
  static let steps = Knob<Int>("steps", 1...1000, default: 50, "how many steps are taken")
  static let curvature = Knob<Double>(
    "curvature", .linear(1...100), default: 10,
    "how much faster the slope grows in the steep direction")

  package static let knobs: [any AnyKnob] = [learningRate, steps, curvature]

  // What it gives

  static let relativeLoss = Metric(
    "relative-loss", "loss at the end over loss at the start; infinite if it overflowed",
    .scientific)
  static let stepsToTarget = Metric(
    "steps-to-target", "first step at or under a millionth of the loss at the start", .count,
    absent: "never")
  static let predictedGrowth = Metric(
    "predicted-growth", "the larger of |1 − rate| and |1 − curvature · rate|", .fixed(decimals: 3))
  static let growthPerStep = Metric(
    "growth-per-step",
    "factor of the larger coordinate a step: geometric mean while within 1e-150 … 1e150, "
      + "0 if it lands on the minimum",
    .fixed(decimals: 3), theory: predictedGrowth)
  static let overshoots = Metric(
    "overshoots",
    "steps in which the steep coordinate changes its sign, until it overflows or is zero", .count)

  package static let metrics = [
    relativeLoss, stepsToTarget, growthPerStep, predictedGrowth, overshoots,
  ]

  static let lossFigure = FigureKind("loss", "loss over the loss at the start, step by step")
  static let pathFigure = FigureKind("path", "the way of both coordinates over the loss's contours")
  static let coordinatesFigure = FigureKind("coordinates", "size of each coordinate, step by step")

  package static let figures = [lossFigure, pathFigure, coordinatesFigure]

  // What it finds

  /// What the length of a step decides.
  private static let progress = [relativeLoss, stepsToTarget, growthPerStep, overshoots]

  static let unstableStep = FindingKind(
    "unstable-step", "the learning rate is at the edge 2/curvature or past it",
    explains: progress)
  static let slowStep = FindingKind(
    "slow-step", "below the best rate, and more than 1.25 times its steps to a millionth",
    explains: progress)
  static let overshooting = FindingKind(
    "overshooting",
    "between the best rate and the edge, and more than 1.25 times its steps to a millionth",
    explains: progress)
  static let nearOptimal = FindingKind(
    "near-optimal", "at most 1.25 times the best rate's steps to a millionth",
    explains: progress)

  package static let findings = [unstableStep, slowStep, overshooting, nearOptimal]

  /// The share of the first loss that counts as having arrived.
  static let target = 1e-6

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let descent = Descent(
      rate: settings[learningRate], curvature: settings[curvature], steps: settings[steps])
    var outcome = Outcome()
    outcome[relativeLoss] = descent.losses.last
    outcome[stepsToTarget] = descent.stepsToTarget.map(Double.init)
    outcome[growthPerStep] = descent.growthPerStep
    outcome[predictedGrowth] = descent.theory.growth
    outcome[overshoots] = Double(descent.overshoots)
    outcome.findings = [descent.finding]
    outcome.draw { descent.figures }
    outcome.cost = Cost(
      gradientEvaluations: descent.steps, updates: descent.steps,
      multiplyAdds: 4 * descent.steps + 3 * (descent.steps + 1),
      bytes: 24 * (descent.steps + 1) + 16)
    return outcome
  }

  /// The steps of one run, and what is read off them.
  struct Descent {
    let theory: QuadraticDescent
    let steps: Int

    /// Both coordinates before the first step and after each: shallow, steep.
    let path: [SIMD2<Double>]

    /// Losses over the first; infinite once a number overflowed.
    let losses: [Double]

    init(rate: Double, curvature: Double, steps: Int) {
      let curvatures = SIMD2(1, curvature)
      var weights = SIMD2(1.0, 1.0)
      var path = [weights]
      path.reserveCapacity(steps + 1)
      for _ in 0..<steps {
        weights -= rate * (curvatures * weights)
        path.append(weights)
      }
      let first = Self.loss(SIMD2(1, 1), curvature)
      self.steps = steps
      self.path = path
      losses = path.map { Self.loss($0, curvature) / first }
      theory = QuadraticDescent(rate: rate, curvature: curvature)
    }

    /// The loss ½(w₁² + κw₂²); what overflowed, and so is no number any more, is infinitely high.
    static func loss(_ weights: SIMD2<Double>, _ curvature: Double) -> Double {
      let loss = 0.5 * (weights.x * weights.x + curvature * (weights.y * weights.y))
      return loss.isNaN ? .infinity : loss
    }

    var stepsToTarget: Int? { losses.dropFirst().firstIndex { $0 <= StepSize.target } }

    /// The geometric mean of the factor by which a step changes the larger coordinate.
    var growthPerStep: Double {
      var distance = 1.0
      var counted = 1
      for (step, weights) in path.enumerated().dropFirst() {
        let next = max(abs(weights.x), abs(weights.y))
        if next == 0 { return 0 }
        guard (1e-150...1e150).contains(next) else { break }
        distance = next
        counted = step
      }
      return Elementary.exp(Elementary.log(distance) / Double(counted))
    }

    var overshoots: Int {
      zip(path, path.dropFirst()).count { before, after in
        (before.y > 0 && after.y < 0) || (before.y < 0 && after.y > 0)
      }
    }
  }
}

// What was found, in words

extension StepSize.Descent {
  var finding: Finding {
    let needed = theory.steps(toRelativeLoss: StepSize.target)
    let least = theory.atBestRate.steps(toRelativeLoss: StepSize.target)
    guard !theory.isUnstable, let needed, let least else {
      return finding(StepSize.unstableStep, unstableMessage)
    }
    if 4 * needed <= 5 * least {
      return finding(
        StepSize.nearOptimal,
        "\(rateText) suits both directions: the distance shrinks \(growthText). "
          + arrival(needed))
    }
    if theory.rate > theory.atBestRate.rate {
      return finding(
        StepSize.overshooting,
        "\(rateText) is short of the edge \(edgeText), but every step lands across the valley: "
          + "the distance shrinks only \(growthText). \(arrival(needed))")
    }
    return finding(StepSize.slowStep, slowMessage(needed))
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
    guard share <= StepSize.target else {
      return "\(rateText) is far below the edge \(edgeText): after "
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
  private static func factor(_ value: Double) -> String {
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
