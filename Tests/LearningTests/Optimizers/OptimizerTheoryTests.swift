import Foundation
import Learning
import Numerics
import Testing

/// What theory says of the optimizers, against runs of them.
@Suite struct OptimizerTheoryTests {
  /// ½Σλw² from ones: the parameters after each step.
  static func path<Rule: Optimizer>(_ rule: Rule, _ curvatures: [Double], rate: Double, steps: Int)
    -> [[Double]]
  {
    var (rule, parameters) = (rule, curvatures.map { _ in 1.0 })
    return (0..<steps).map { _ in
      let gradients = zip(curvatures, parameters).map { $0 * $1 }
      var span = parameters.mutableSpan
      rule.step(parameters: &span, gradients: gradients.span, rate: rate)
      return parameters
    }
  }

  /// Steps until the loss is a millionth of that at the start.
  static func steps(_ path: [[Double]], _ curvatures: [Double]) -> Int? {
    func loss(_ w: [Double]) -> Double { zip(curvatures, w).reduce(0) { $0 + $1.0 * $1.1 * $1.1 } }
    let goal = 1e-6 * loss(curvatures.map { _ in 1 })
    return path.firstIndex { loss($0) <= goal }.map { $0 + 1 }
  }

  /// Condition number 100, each at its best constants, but for Nesterov's momentum at its customary ones.
  @Test func stepsOnAnIllConditionedBowl() {
    let curvatures = [1, 0.01]
    func count<Rule: Optimizer>(_ rule: Rule, _ rate: Double) -> Int? {
      Self.steps(Self.path(rule, curvatures, rate: rate, steps: 1_000), curvatures)
    }
    let best = (2 / 1.1) * (2 / 1.1)
    #expect(count(GradientDescent(), 2 / 1.01) == 346)
    #expect(count(Momentum(81.0 / 121), best) == 58)
    #expect(count(Nesterov(9.0 / 11), 1) == 62)
  }

  /// Stable just inside η = 2(1 + β)/L and not just outside.
  @Test(arguments: [0, 0.3, 0.9], [0.1, 1, 10])
  func stabilityOfTheHeavyBall(momentum: Double, curvature: Double) throws {
    let edge = 2 * (1 + momentum) / curvature
    let inside = Self.path(Momentum(momentum), [curvature], rate: 0.98 * edge, steps: 4_000)
    let outside = Self.path(Momentum(momentum), [curvature], rate: 1.02 * edge, steps: 4_000)
    #expect(abs(try #require(inside.last)[0]) < 1e-6)
    #expect(!(abs(try #require(outside.last)[0]) < 1e6))
  }

  /// The heavy ball's measured factor a step, from its energy over many turns.
  static func factor(momentum: Double, rate: Double) -> Double {
    let path = path(Momentum(momentum), [1], rate: rate, steps: 400).map { abs($0[0]) }
    // The largest of a turn, so that passing through 0 does not count.
    let early = path[100..<150].max() ?? 0
    let late = path[300..<350].max() ?? 0
    return pow(late / early, 1.0 / 200)
  }

  /// √β wherever the roots are complex, whatever the rate; 2√β would not even shrink.
  @Test(arguments: [(0.5, 0.5), (0.81, 0.1), (0.81, 1), (0.9, 0.5), (0.9, 2)])
  func rateOfTheHeavyBall(momentum: Double, rate: Double) {
    let root = momentum.squareRoot()
    #expect((1 - root) * (1 - root) < rate && rate < (1 + root) * (1 + root))
    let measured = Self.factor(momentum: momentum, rate: rate)
    func agrees(_ claim: Double) -> Bool { abs(measured / claim - 1) < 0.005 }
    #expect(agrees(root), "\(measured)")
    #expect(!agrees(2 * root) && 2 * root > 1)
  }

  /// Adam's rates belong to the axes: a narrow valley turned by 45° is a different problem.
  ///
  /// Condition number 1,000, from (1, 1) along the valley's own axes, until the loss is a millionth.
  @Test(arguments: [(false, 46), (true, 3_325)])
  func rotationSlowsAdam(turned: Bool, expected: Int) {
    let half = 0.5.squareRoot()
    var (rule, parameters) = (Adam(), turned ? [0, 2 * half] : [1, 1])
    var steps = 0
    while steps < 10_000 {
      let (x, y) = (parameters[0], parameters[1])
      let (u, v) = turned ? (half * (x + y), half * (y - x)) : (x, y)
      if u * u + 0.001 * v * v <= 1.001e-6 { break }
      let (a, b) = (u, 0.001 * v)
      let gradients = turned ? [half * (a - b), half * (a + b)] : [a, b]
      var span = parameters.mutableSpan
      rule.step(parameters: &span, gradients: gradients.span, rate: 0.03)
      steps += 1
    }
    #expect(steps == expected)
  }

  @Test(arguments: [1e-6, 0.01, 1, 1e6])
  func adamsFirstStepIsTheSignOfTheGradient(size: Double) {
    for rule: any Optimizer in [Adam(), AMSGrad(), AdamW(decay: 0)] {
      let end = OptimizerFixture.run(rule, [0, 0], [[size, -size]], [0.1])[0]
      #expect(abs(end[0] / -0.1 - 1) <= 1.01e-8 / size + 1e-15 && end[0] == -end[1])
    }
  }

  /// AdamW leaves (1 − ηα)¹⁰ of a weight without gradient; with L2 Adam moves it alike for any α.
  @Test(arguments: [1e-3, 0.1, 1, 10])
  func decayWithoutGradient(decay: Double) {
    let zeros = Array(repeating: [0.0], count: 10)
    let rates = Array(repeating: 0.01, count: 10)
    let decoupled = OptimizerFixture.run(AdamW(decay: decay), [1], zeros, rates)[9][0]
    let left = (0..<10).reduce(1.0) { power, _ in power * (1 - 0.01 * decay) }
    #expect(abs(decoupled / left - 1) < 1e-15)
    let coupled = OptimizerFixture.run(Penalized(Adam(), .squares(decay)), [1], zeros, rates)[9][0]
    #expect(abs((1 - coupled) - 0.0996) < 1e-4, "\(1 - coupled)")
  }

  /// Gradients 3, −1, −1 over and over, in [−1, 1]: the sum is least at −1.
  static func reddi<Rule: Optimizer>(_ rule: Rule) -> Double {
    var (rule, parameters) = (rule, [0.0])
    for step in 0..<30_000 {
      let gradients = [step.isMultiple(of: 3) ? 3.0 : -1]
      var span = parameters.mutableSpan
      rule.step(
        parameters: &span, gradients: gradients.span, rate: 0.1 / Double(step + 1).squareRoot())
      parameters[0] = min(1, max(-1, parameters[0]))
    }
    return parameters[0]
  }

  /// The memory of the paper's proof: β₁ = 0, β₂ = 1/(1 + 3²).
  @Test func counterExampleOfReddi() {
    #expect(Self.reddi(Adam(beta1: 0, beta2: 0.1)) > 0.99)
    #expect(Self.reddi(AMSGrad(beta1: 0, beta2: 0.1)) < -0.99)
    #expect(Self.reddi(GradientDescent()) < -0.9)
  }

  /// Noise of a heavy ball on ½λw²: η(1 + β)σ²/((1 − β)λ(2(1 + β) − ηλ)).
  ///
  /// A step v' = βv + λw + ε, w' = w − ηv' leaves this variance as it is, and those that go with it.
  @Test(arguments: [0, 0.5, 0.9, 0.99], [(0.01, 0.2), (0.1, 1), (0.1, 19), (1.9, 1), (0.7, 2.5)])
  func noiseOfTheHeavyBallIsTheFixedPoint(
    momentum: Double, setting: (rate: Double, curvature: Double)
  ) {
    let (rate, curvature, deviation) = (setting.rate, setting.curvature, 1.7)
    let floor =
      rate * (1 + momentum) * deviation * deviation
      / ((1 - momentum) * curvature * (2 * (1 + momentum) - rate * curvature))
    // The variance of w stays if 2E[wv'] = ηE[v²], which makes E[wv] = −ηE[v²]/2.
    let velocity = 2 * curvature * floor / (rate * (1 + momentum))
    let cross = -rate * velocity / 2
    let next =
      momentum * momentum * velocity + 2 * momentum * curvature * cross
      + curvature * curvature * floor + deviation * deviation
    let joint = momentum * cross + curvature * floor
    #expect(abs(next / velocity - 1) < 1e-9)
    #expect(abs((joint - rate * next) / cross - 1) < 1e-9)
    #expect(abs((floor - 2 * rate * joint + rate * rate * next) / floor - 1) < 1e-9)
  }

  /// The same measured on the engine's own rule.
  @Test func noiseOfTheHeavyBall() {
    var stream = RandomStream(seed: 12, "noise")
    for (momentum, rate) in [(0.0, 0.1), (0.5, 0.1), (0.9, 0.1)] {
      let gradients = 1_000
      var (rule, parameters) = (Momentum(momentum), Array(repeating: 0.0, count: gradients))
      var (sum, count) = (0.0, 0.0)
      for step in 0..<600 {
        let gradients = parameters.map { $0 + stream.normal() }
        var span = parameters.mutableSpan
        rule.step(parameters: &span, gradients: gradients.span, rate: rate)
        if step >= 200, step.isMultiple(of: 20) {
          for w in parameters { sum += w * w }
          count += Double(parameters.count)
        }
      }
      let theory = rate * (1 + momentum) / ((1 - momentum) * (2 * (1 + momentum) - rate))
      #expect(abs(sum / count / theory - 1) < 0.08, "\(momentum): \(sum / count), \(theory)")
    }
  }

  /// Both clippings bound what they say and leave small gradients as they are.
  @Test func clippingBounds() {
    let large = [[30.0, -40]]
    let byNorm = OptimizerFixture.run(
      Clipped(GradientDescent(), to: .norm(5)), [0, 0], large, [1])[0]
    #expect(abs(byNorm[0] + 3) < 1e-6 && abs(byNorm[1] - 4) < 1e-6)
    let byValue = OptimizerFixture.run(
      Clipped(GradientDescent(), to: .value(35)), [0, 0], large, [1])[0]
    #expect(byValue == [-30, 35])
    for clipping in [Clipping.norm(51), .value(41)] {
      let same = OptimizerFixture.run(Clipped(GradientDescent(), to: clipping), [0, 0], large, [1])
      #expect(same[0] == [-30, 40])
    }
  }
}
