import Learning
import Numerics

/// One model trained to the horizon, what its validation set said, and what was true.
struct StoppingRun {
  /// The excess loss on new examples after 0, 1, 2 … steps.
  private(set) var risks: [Double] = []

  /// The loss of the validation set after the same steps.
  private(set) var validationLosses: [Double] = []

  /// The learned weights after the same steps.
  private(set) var path: [Directions] = []

  /// The least-squares fit.
  let fit: Directions

  /// The first step with the lowest loss of the validation set, and with the lowest risk.
  private(set) var (patient, best) = (0, 0)

  init(
    _ problem: StoppingProblem, steps: Int, validationSize: Int, seed: UInt64, number: Int
  ) {
    let model = problem.linear
    let lambda = Directions(directions: model.eigenvalues)
    let truth = Directions(directions: model.weights)
    let rate = model.rate

    var targets = RandomStream(seed: seed, "targets", number)
    fit = Directions(
      directions: zip(model.eigenvalues, model.weights).map { eigenvalue, weight in
        let variance = model.noiseVariance / (Double(model.examples) * eigenvalue)
        return weight + Elementary.squareRoot(variance) * targets.normal()
      })
    var examples = RandomStream(seed: seed, "validation", number)
    let validation = ValidationSet(
      size: validationSize, eigenvalues: model.eigenvalues, from: &examples)

    let errorSizes = Directions(
      directions: model.eigenvalues.map { problem.slopeNoise * Elementary.squareRoot($0) })
    var slopes = RandomStream(seed: seed, "slopes", number)
    var learned = Directions.zero
    risks.reserveCapacity(steps + 1)
    validationLosses.reserveCapacity(steps + 1)
    path.reserveCapacity(steps + 1)
    for step in 0...steps {
      let errors = truth - learned
      risks.append((lambda * errors * errors).total)
      validationLosses.append(validation.loss(errors))
      path.append(learned)
      guard step < steps else { break }
      learned -= rate * (lambda * (learned - fit) + errorSizes.signed(by: slopes.bits()))
    }
    (patient, best) = (Self.lowest(validationLosses), Self.lowest(risks))
  }

  /// What a stopping rule makes of a run.
  struct Verdict {
    /// The step after which training stops, the last where it never does.
    let stop: Int

    /// The step whose weights are kept.
    let kept: Int

    /// The step that would have been kept, had training gone on to the last.
    let patient: Int

    /// The step with the lowest risk of all, known in hindsight only.
    let best: Int
  }

  func verdict(_ rule: Stopping) -> Verdict {
    let decision = rule.decision(validationLosses)
    return Verdict(
      stop: decision.stop ?? validationLosses.count - 1, kept: decision.best ?? 0,
      patient: patient, best: best)
  }

  /// The first place of the lowest number.
  private static func lowest(_ numbers: [Double]) -> Int {
    var best = 0
    for index in numbers.indices where numbers[index] < numbers[best] { best = index }
    return best
  }
}
