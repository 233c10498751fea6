import Experiments
import Learning
import Numerics

/// A noisy bowl descended at a learning rate that changes on the way.
///
/// The loss is ½λw², its minimum 0 at 0; w starts at 5, and every slope is off by a normal draw of
/// its own. Many chains take the steps side by side. Theory is the exact recursion of what is left
/// of the start and of the noise that each step adds.
package enum RateSchedule: SharingSimulation {
  package static let name = "rate-schedule"
  package static let summary =
    "Descending a noisy bowl at a rate that stays, drops or fades: what no constant rate reaches"
  package static let usesChance = true

  /// How the learning rate changes from step to step.
  enum Shape: String, CaseIterable, KnobValue {
    /// One rate at every step.
    case constant
    /// A tenth from a chosen share of the steps on.
    case step
    /// Times the same factor at every step, down to a hundredth.
    case exponential
    /// A straight line to 0.
    case linear
    /// Half a cosine wave to 0.
    case cosine
    /// One over the time: η/(1 + ηt).
    case inverseTime = "inverse-time"
    /// A climb from 0 over a tenth of the steps, then the cosine.
    case warmUp = "warm-up"
  }

  // What it takes

  static let schedule = Knob<Shape>(
    "schedule", default: .constant, "how the learning rate changes from step to step")
  static let learningRate = Knob<Double>(
    "learning-rate", .log(0.005...1), default: 0.01, "the highest rate of the schedule")
  static let steps = Knob<Int>("steps", 10...1000, .log, default: 200, "how many steps are taken")
  static let dropAt = Knob<Double>(
    "drop-at", .linear(0...1), default: 0.5,
    "share of the steps, rounded half up, after which the step schedule falls to a tenth")
  static let noise = Knob<Double>(
    "noise", .linear(0...3), default: 1, "standard deviation of the error of a slope")
  static let curvature = Knob<Double>(
    "curvature", .log(0.1...1), default: 1, "how fast the slope grows with the distance")

  package static let knobs: [any AnyKnob] = [
    schedule, learningRate, steps, dropAt, noise, curvature,
  ]

  // What it gives

  static let predictedSquaredError = Metric(
    "predicted-squared-error", "what squared-error is in expectation", isExact: true)
  static let squaredError = Metric(
    "squared-error", "squared distance from the minimum at the end, mean of 2048 chains",
    theory: .expectation(predictedSquaredError), better: .lower)
  static let startLeft = Metric(
    "start-left", "the part of predicted-squared-error that is left of the start", .scientific,
    isExact: true)
  static let noiseLeft = Metric(
    "noise-left", "the part of predicted-squared-error that noise has added", isExact: true)
  static let bestConstantError = Metric(
    "best-constant-error",
    "least squared error by theory of any constant rate, above the knob's range too",
    isExact: true)
  static let bestConstantRate = Metric(
    "best-constant-rate", "the constant rate that leaves it", isExact: true)
  static let leastError = Metric(
    "least-error", "squared error below which no schedule gets: 1/(1/25 + steps·λ²/noise²)",
    isExact: true)

  package static let metrics = [
    squaredError, predictedSquaredError, startLeft, noiseLeft, bestConstantError,
    bestConstantRate, leastError,
  ]

  static let rateFigure = FigureKind("rate", "learning rate, step by step")
  static let errorFigure = FigureKind(
    "error", "squared error step by step, over the best that a constant rate ends at")
  static let partsFigure = FigureKind(
    "parts", "what is left of the start and what the noise has added, step by step")

  package static let figures = [rateFigure, errorFigure, partsFigure]
  package static let timeFigures = [rateFigure, errorFigure, partsFigure]

  // What it finds

  private static let errors = [squaredError, predictedSquaredError]

  static let beatsEveryConstant = FindingKind(
    "beats-every-constant", "less error by theory than any constant rate leaves",
    explains: errors)
  static let bestConstant = FindingKind(
    "best-constant", "at most 5 % more error than the best constant rate leaves", explains: errors)
  static let startRemains = FindingKind(
    "start-remains", "more error than the best constant rate, mostly what is left of the start",
    explains: errors + [startLeft])
  static let noiseRemains = FindingKind(
    "noise-remains", "more error than the best constant rate, mostly noise",
    explains: errors + [noiseLeft])

  package static let findings = [beatsEveryConstant, bestConstant, startRemains, noiseRemains]

  // How

  /// How many independent runs the error is averaged over.
  static let chains = 2048

  /// All but the number of steps: the errors of the slopes are the same.
  package static let sharing: [any AnyKnob] = [schedule, learningRate, dropAt, noise, curvature]

  package static func runs(_ all: [Settings], seed: UInt64) -> [Outcome] {
    let plans = all.map { settings in
      let steps = settings[steps]
      let plan = settings[schedule].schedule(
        rate: settings[learningRate], steps: steps, dropAt: settings[dropAt])
      let bowl = NoisyBowl(curvature: settings[curvature], noise: settings[noise])
      return (bowl: bowl, rates: (0..<steps).map { plan.rate(at: $0) })
    }
    let descents = Descent.all(plans, stream: RandomStream(seed: seed, "noise"))
    return zip(all, descents).map(outcome)
  }

  private static func outcome(_ settings: Settings, _ descent: Descent) -> Outcome {
    let steps = settings[steps]
    var outcome = Outcome()
    outcome[squaredError] = descent.measured.squaredError
    outcome[predictedSquaredError] = descent.predicted.last?.squaredError
    outcome[startLeft] = descent.predicted.last?.start
    outcome[noiseLeft] = descent.predicted.last?.noise
    outcome[bestConstantError] = descent.bestConstant.error
    outcome[bestConstantRate] = descent.bestConstant.rate
    outcome[leastError] = descent.theory.leastError(after: steps)
    outcome.findings = [descent.finding(settings[schedule])]
    outcome.draw {
      let way = descent.way
      return [
        descent.rateFigure, descent.errorFigure(settings[schedule], way), descent.partsFigure(way),
      ]
    }
    outcome.cost = Cost(
      gradientEvaluations: chains * steps, updates: steps, multiplyAdds: 4 * chains * steps,
      bytes: 16 * chains + 56 * (steps + 1))
    return outcome
  }
}

extension RateSchedule.Shape {
  /// The engine's schedule of this shape with a highest rate.
  func schedule(rate: Double, steps: Int, dropAt: Double) -> any Schedule {
    let drop = Int((dropAt * Double(steps)).rounded())
    return switch self {
    case .constant: ConstantRate(rate)
    case .step: MultiStepDecay(rate, factor: 0.1, at: [drop])
    case .exponential:
      ExponentialDecay(rate, factor: Elementary.exp(Elementary.log(0.01) / Double(steps)))
    case .linear: PolynomialDecay(rate, steps: steps)
    case .cosine: CosineDecay(rate, steps: steps)
    case .inverseTime: InverseTimeDecay(rate, decay: rate)
    case .warmUp:
      WarmUp(steps: steps / 10, then: CosineDecay(rate, steps: steps - steps / 10))
    }
  }
}
