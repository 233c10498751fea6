import Experiments
import Learning
import Numerics

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
    .scientific, better: .lower)
  static let stepsToTarget = Metric(
    "steps-to-target", "first step at or under a millionth of the loss at the start", .count,
    better: .lower,
    absent: "never")
  static let predictedGrowth = Metric(
    "predicted-growth", "the larger of |1 − rate| and |1 − curvature · rate|", .fixed(decimals: 3),
    kind: .size)
  static let growthPerStep = Metric(
    "growth-per-step",
    "factor of the larger coordinate a step: geometric mean while within 1e-150 … 1e150, "
      + "0 if it lands on the minimum",
    .fixed(decimals: 3), theory: .exact(predictedGrowth), kind: .size)
  static let overshoots = Metric(
    "overshoots",
    "steps in which the steep coordinate changes its sign, the one that overflows included", .count)

  package static let metrics = [
    relativeLoss, stepsToTarget, growthPerStep, predictedGrowth, overshoots,
  ]

  static let lossFigure = FigureKind("loss", "loss over the loss at the start, step by step")
  static let pathFigure = FigureKind("path", "the way of both coordinates over the loss's contours")
  static let coordinatesFigure = FigureKind("coordinates", "size of each coordinate, step by step")

  package static let figures = [lossFigure, pathFigure, coordinatesFigure]
  package static let time: (any AnyKnob)? = steps
  package static let timeFigures = [lossFigure, coordinatesFigure]

  // What it finds

  /// What the length of a step decides.
  private static let progress = [relativeLoss, stepsToTarget, growthPerStep, overshoots]

  static let unstableStep = FindingKind(
    "unstable-step", "the learning rate is at the edge 2/curvature or past it",
    explains: progress)
  static let slowStep = FindingKind(
    "slow-step",
    "below the best rate 2/(1 + curvature): more than 1.25 times its steps in the long run",
    explains: progress)
  static let overshooting = FindingKind(
    "overshooting",
    "between the best rate 2/(1 + curvature) and the edge: over 1.25 times its steps in the long run",
    explains: progress)
  static let nearOptimal = FindingKind(
    "near-optimal",
    "in the long run at most 1.25 times the steps of the best rate 2/(1 + curvature)",
    explains: progress)

  package static let findings = [unstableStep, slowStep, overshooting, nearOptimal]

  /// The share of the first loss that counts as having arrived.
  static let target = 1e-6

  /// Whether a share of the first loss counts as having arrived.
  static func hasArrived(_ share: Double) -> Bool { share <= target }

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

    var stepsToTarget: Int? { losses.dropFirst().firstIndex(where: StepSize.hasArrived) }

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
