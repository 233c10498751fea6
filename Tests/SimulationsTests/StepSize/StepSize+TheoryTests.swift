import Testing

@testable import Simulations

@Suite struct QuadraticDescentTests {
  /// The step at which a plain loop first reaches a millionth of the loss.
  static func stepsTaken(_ rate: Double, _ curvature: Double) -> Int {
    var shallow = 1.0
    var steep = 1.0
    var steps = 0
    while shallow * shallow + curvature * steep * steep > 1e-6 * (1 + curvature) {
      shallow -= rate * shallow
      steep -= rate * curvature * steep
      steps += 1
    }
    return steps
  }

  @Test func bestRateShrinksBothDirectionsByNineElevenths() {
    let best = QuadraticDescent(rate: 0.01, curvature: 10).atBestRate
    #expect(best.rate == 2.0 / 11)
    #expect(abs(best.growth - 9.0 / 11) < 1e-15)
    #expect(abs(abs(best.shallowFactor) - abs(best.steepFactor)) < 1e-15)
    for rate in stride(from: 0.001, through: 0.3, by: 0.0013) {
      #expect(QuadraticDescent(rate: rate, curvature: 10).growth >= best.growth)
    }
  }

  /// The best factor is met by the steps of a run, and the knob turns evenly over three decades.
  @Test func aRunAtTheBestRateShrinksByNineElevenths() throws {
    let outcome = try StepSizeTests.outcome(2.0 / 11)
    let growth = try #require(outcome["growth-per-step"])
    #expect(abs(growth - 9.0 / 11) < 1e-12)
    #expect(StepSize.learningRate.domain.scale == .log)
    let loss = try #require(outcome.figures.first { $0.name == "loss" })
    #expect(loss.x.scale == .linear && loss.y.scale == .log)
  }

  @Test(arguments: [1.0, 2, 3, 6.4, 7, 10, 25, 40, 64, 80, 99, 100])
  func theEdgeIsNeutralInAnyDecimals(curvature: Double) {
    let theory = QuadraticDescent(rate: 2 / curvature, curvature: curvature)
    #expect(theory.isNeutral)
    #expect(theory.isUnstable)
    #expect(theory.steps(toRelativeLoss: 1e-6) == nil)
    let below = QuadraticDescent(rate: 1.999_999_999 / curvature, curvature: curvature)
    #expect(!below.isUnstable)
    #expect(below.growth < 1)
    let above = QuadraticDescent(rate: 2.000_000_001 / curvature, curvature: curvature)
    #expect(above.isUnstable)
    #expect(!above.isNeutral)
  }

  @Test(
    arguments: [
      (0.1, 10.0), (0.01, 10), (0.18, 10), (2.0 / 11, 10), (0.187, 10), (0.199, 10), (0.001, 100),
      (0.0198, 100), (1, 1), (0.9, 1), (0.5, 3), (0.6, 3), (0.001, 1),
    ] as [(Double, Double)])
  func countsTheStepsALoopTakes(rate: Double, curvature: Double) {
    #expect(
      QuadraticDescent(rate: rate, curvature: curvature).steps(toRelativeLoss: 1e-6)
        == Self.stepsTaken(rate, curvature))
  }

  /// A finished steep direction leaves 0.9 a step, and eleven shares of which one is its own.
  @Test func aTenthNeedsFiftyFiveSteps() {
    let theory = QuadraticDescent(rate: 0.1, curvature: 10)
    #expect(theory.steps(toRelativeLoss: 1e-6) == 55)
    #expect(QuadraticDescent(rate: 0.1, curvature: 10).atBestRate.steps(toRelativeLoss: 1e-6) == 35)
  }

  @Test func veryCloseToTheEdgeIsStillCounted() throws {
    let theory = QuadraticDescent(rate: 0.2 - 1e-9, curvature: 10)
    let steps = try #require(theory.steps(toRelativeLoss: 1e-6))
    #expect(steps > 100_000_000)
    #expect(theory.relativeLoss(after: steps) <= 1e-6)
    #expect(theory.relativeLoss(after: steps - 1) > 1e-6)
  }
}
