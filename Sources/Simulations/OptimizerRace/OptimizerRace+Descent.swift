import Learning
import Numerics

extension OptimizerRace.Runner {
  /// The engine's optimizer, with the constants its source recommends but for the momentum.
  func optimizer(momentum: Double) -> any Optimizer {
    switch self {
    case .gradientDescent: GradientDescent()
    case .momentum: Momentum(momentum)
    case .nesterov: Nesterov(momentum)
    case .rmsprop: RMSprop()
    case .adam: Adam(beta1: momentum)
    case .adamw: AdamW(beta1: momentum)
    }
  }
}

extension OptimizerRace {
  /// The steps of one run, and what is read off them.
  struct Descent {
    let runner: Runner
    let rate: Double
    let momentum: Double
    let valley: Valley

    /// The parameters before the first step and after each.
    let path: [SIMD2<Double>]

    /// Losses over the first; infinite once a number overflowed.
    let losses: [Double]

    var steps: Int { path.count - 1 }

    /// - Parameter start: how far along the valley and across it the run begins.
    init(
      _ runner: Runner, rate: Double, momentum: Double, in valley: Valley, steps: Int,
      start: SIMD2<Double> = SIMD2(1, 0.7)
    ) {
      let first = valley.place(along: start.x, across: start.y)
      let path = Self.path(
        runner.optimizer(momentum: momentum), rate, valley, from: first, steps: steps)
      self.runner = runner
      self.rate = rate
      self.momentum = momentum
      self.valley = valley
      self.path = path
      losses = path.map { valley.loss($0) / valley.loss(first) }
    }

    private static func path(
      _ optimizer: some Optimizer, _ rate: Double, _ valley: Valley, from first: SIMD2<Double>,
      steps: Int
    ) -> [SIMD2<Double>] {
      var optimizer = optimizer
      var weights = [first.x, first.y]
      var slopes = [0.0, 0.0]
      var path = [first]
      path.reserveCapacity(steps + 1)
      var place = first
      for _ in 0..<steps {
        let gradient = valley.gradient(place)
        (slopes[0], slopes[1]) = (gradient.x, gradient.y)
        var parameters = weights.mutableSpan
        optimizer.step(parameters: &parameters, gradients: slopes.span, rate: rate)
        place = SIMD2(weights[0], weights[1])
        path.append(place)
      }
      return path
    }

    /// What is known of the rule; nil for those that divide by the size of the slopes.
    var theory: MomentumTheory? {
      MomentumTheory(runner, rate: rate, momentum: momentum, curvatures: valley.curvatures)
    }

    /// The first step from which on the loss stays at or under the target; nil if it never does.
    var stepsToTarget: Int? {
      guard let last = losses.lastIndex(where: { !($0 <= OptimizerRace.target) }) else { return 0 }
      return last < steps ? last + 1 : nil
    }

    /// The factor a step between the largest distances of two stretches, the later one at the end.
    ///
    /// Along the valley or across it, whichever is larger. Whatever left the range of numbers that
    /// are exact to the last digit is not looked at.
    var growthPerStep: Double? {
      let exact = path.map { place in
        let distances = valley.distances(place)
        return max(abs(distances.x), abs(distances.y))
      }.prefix { (1e-150...1e150).contains($0) }
      let stretch = exact.count / 3
      guard let late = exact.suffix(stretch).max(),
        let early = exact.dropLast(stretch).suffix(stretch).max()
      else { return nil }
      return Elementary.exp(Elementary.log(late / early) / Double(stretch))
    }

    /// How far the first step moves the parameter that it moves most.
    var firstStep: Double? {
      guard path.count > 1 else { return nil }
      let move = path[1] - path[0]
      return max(abs(move.x), abs(move.y))
    }

    /// What the rule makes of a first gradient g: ηg, η(1 + β)g, or, but for an ε of 10⁻⁸ beside the
    /// size of g, 10η·sign(g) or η·sign(g).
    var predictedFirstStep: Double {
      let gradient = valley.gradient(path[0])
      let largest = max(abs(gradient.x), abs(gradient.y))
      let epsilon = 1e-8
      switch runner {
      case .gradientDescent, .momentum: return rate * largest
      case .nesterov: return rate * (1 + momentum) * largest
      // The mean square begins with a hundredth of the first square.
      case .rmsprop: return rate * largest / (0.1 * largest + epsilon)
      case .adam: return rate * largest / (largest + epsilon)
      case .adamw:
        let decay = 0.01
        let moves = [(path[0].x, gradient.x), (path[0].y, gradient.y)].map { weight, slope in
          abs(decay * weight + slope / (abs(slope) + epsilon))
        }
        return rate * (moves.max() ?? 1)
      }
    }
  }
}

extension OptimizerRace {
  /// How an optimizer does at each of many rates.
  ///
  /// A rate at which a run happens to land on the target, while rates beside it take far longer, says
  /// nothing of the rule and is not called best.
  struct Tuning {
    let runner: Runner

    /// Steps to target by rate, in the order of ``OptimizerRace/rates``; nil for never.
    let steps: [Int?]

    /// The rate with the fewest steps that the rates beside it confirm; nil if there is none.
    let best: (rate: Double, steps: Int)?

    /// The run at that rate.
    let descent: Descent?

    /// Steps taken in all.
    let updates: Int

    init(_ runner: Runner, momentum: Double, in valley: Valley, steps count: Int) {
      var runs = 0
      func run(_ rate: Double) -> Descent {
        runs += 1
        return Descent(runner, rate: rate, momentum: momentum, in: valley, steps: count)
      }
      let steps = OptimizerRace.rates.map { run($0).stepsToTarget }
      let arriving = zip(OptimizerRace.rates, steps).compactMap { rate, steps in
        steps.map { (rate: rate, steps: $0) }
      }
      let best = arriving.sorted { ($0.steps, $0.rate) < ($1.steps, $1.rate) }.first { one in
        OptimizerRace.beside.allSatisfy { factor in
          OptimizerRace.confirms(run(one.rate * factor).stepsToTarget, one.steps)
        }
      }
      self.runner = runner
      self.steps = steps
      self.best = best
      descent = best.map { run($0.rate) }
      updates = count * runs
    }
  }
}
