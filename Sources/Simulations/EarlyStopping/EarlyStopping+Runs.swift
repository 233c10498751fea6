import Experiments
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

    /// The step that would have been kept, had every lower loss counted.
    let counting: Int

    /// The step that would have been kept, had training gone on to the last.
    let patient: Int

    /// The step with the lowest risk of all, known in hindsight only.
    let best: Int
  }

  func verdict(_ rule: Stopping) -> Verdict {
    let decision = rule.decision(validationLosses)
    let kept = decision.best ?? 0
    let counting =
      rule.smallestImprovement > 0
      ? Stopping(patience: rule.patience).decision(validationLosses).best : kept
    return Verdict(
      stop: decision.stop ?? validationLosses.count - 1, kept: kept, counting: counting ?? 0,
      patient: patient, best: best)
  }

  /// The first place of the lowest number.
  private static func lowest(_ numbers: [Double]) -> Int {
    var best = 0
    for index in numbers.indices where numbers[index] < numbers[best] { best = index }
    return best
  }
}

/// Many runs of one setting, each with data, luck and a validation set of its own.
struct StoppingRuns {
  let problem: StoppingProblem
  let validationSize: Int
  let rule: Stopping

  /// How many steps every run is trained, stopped or not.
  let horizon: Int

  /// The step with the lowest risk by theory.
  let turn: Int

  /// The run that is drawn.
  let first: StoppingRun
  private(set) var verdicts: [StoppingRun.Verdict] = []

  /// The mean risk of all runs after 0, 1, 2 … steps.
  private(set) var meanRisks: [Double] = []

  /// Means over the runs: of the kept weights' risk, of what would have been kept if every lower loss
  /// counted, of what patience alone would have kept, of the lowest in hindsight, and of the last.
  private(set) var (kept, counting, patient, hindsight, last) = (0.0, 0.0, 0.0, 0.0, 0.0)

  /// The share of the way to the fit that was learned after the same steps, by regression over runs.
  private(set) var shares: [Directions] = []

  /// Runs of one setting under several rules, each as it would be alone.
  static func all(
    _ problem: StoppingProblem, rules: [Stopping], validationSize: Int, horizon: Int, count: Int,
    seed: UInt64
  ) -> [StoppingRuns] {
    func run(_ number: Int) -> StoppingRun {
      StoppingRun(
        problem, steps: horizon, validationSize: validationSize, seed: seed, number: number)
    }
    let risks = (0...horizon).map { problem.risk(after: $0) }
    let turn = risks.indices.min { risks[$0] < risks[$1] } ?? 0
    let first = run(0)
    var all = rules.map { rule in
      StoppingRuns(
        problem: problem, validationSize: validationSize, rule: rule, horizon: horizon,
        turn: turn, first: first)
    }
    var meanRisks = [Double](repeating: 0, count: horizon + 1)
    var shares = [Directions](repeating: .zero, count: horizon + 1)
    var squares = Directions.zero
    for number in 0..<count {
      let run = number == 0 ? first : run(number)
      for index in all.indices { all[index].add(run, of: count) }
      squares += run.fit * run.fit
      for step in 0...horizon {
        meanRisks[step] += run.risks[step]
        shares[step] += run.path[step] * run.fit
      }
    }
    for step in 0...horizon {
      meanRisks[step] /= Double(count)
      shares[step] /= squares
    }
    for index in all.indices { (all[index].meanRisks, all[index].shares) = (meanRisks, shares) }
    return all
  }

  private init(
    problem: StoppingProblem, validationSize: Int, rule: Stopping, horizon: Int, turn: Int,
    first: StoppingRun
  ) {
    self.problem = problem
    self.validationSize = validationSize
    self.rule = rule
    self.horizon = horizon
    self.turn = turn
    self.first = first
  }

  /// Adds what the rule makes of a run to the means over so many.
  private mutating func add(_ run: StoppingRun, of count: Int) {
    let verdict = run.verdict(rule)
    verdicts.append(verdict)
    kept += run.risks[verdict.kept] / Double(count)
    counting += run.risks[verdict.counting] / Double(count)
    patient += run.risks[verdict.patient] / Double(count)
    hindsight += run.risks[verdict.best] / Double(count)
    last += run.risks[horizon] / Double(count)
  }

  /// The mean of what stopping lost against the best step in hindsight.
  var regret: Double { kept - hindsight }

  /// The part of the regret that endless patience would have spared; below 0 where it would not.
  var regretOfPatience: Double { kept - patient }

  /// The part of that which is lost because some lower losses do not count.
  var regretOfImprovement: Double { kept - counting }

  /// The part that is left with endless patience: what the validation set could not see.
  var regretOfValidation: Double { patient - hindsight }

  /// The share of runs that keep the best step itself.
  var hits: Double { mean { $0.kept == $0.best ? 1 : 0 } }

  /// The mean number of steps until the stop.
  var stepsSpent: Double { mean { Double($0.stop) } }

  /// The mean number of examples that were looked at to decide, one look before the first step.
  var evaluations: Double { (stepsSpent + 1) * Double(validationSize) }

  /// The middle run's kept step, at least 1.
  var keptStep: Int { max(1, verdicts.map(\.kept).sorted()[verdicts.count / 2]) }

  /// The weight decay that does about what stopping at the middle run's step does.
  var equivalentDecay: Double { problem.equivalentDecay(after: keptStep) }

  private func mean(_ value: (StoppingRun.Verdict) -> Double) -> Double {
    verdicts.reduce(0) { $0 + value($1) } / Double(verdicts.count)
  }
}
