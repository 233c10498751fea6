import Testing

@testable import Simulations

@Suite struct NoisyHeavyBallTests {
  /// The recursion arrives at the closed form, wherever it is stable.
  @Test(arguments: [0.01, 0.1, 1, 1.9], [0, 0.5, 0.9])
  func theFloorIsTheFixedPoint(rate: Double, momentum: Double) throws {
    let ball = NoisyHeavyBall(rate: rate, momentum: momentum)
    let end = try #require(ball.states(after: 4000).last)
    #expect(abs(end.variance / ball.noiseFloor - 1) < 1e-9)
    #expect(end.mean * end.mean < 1e-9 * ball.noiseFloor)
  }

  /// Momentum 0.9 at a rate of 0.1 is ten times as loud as none.
  @Test func momentumMakesItLouder() {
    #expect(abs(NoisyHeavyBall(rate: 0.1, momentum: 0).noiseFloor - 0.053) < 0.0005)
    #expect(abs(NoisyHeavyBall(rate: 0.1, momentum: 0.9).noiseFloor - 0.51) < 0.005)
  }

  /// At equal effective rates the floors agree for small rates.
  @Test(arguments: [0.3, 0.9, 0.99]) func equalEffectiveRatesAreEquallyLoud(momentum: Double) {
    let ball = NoisyHeavyBall(rate: 0.001 * (1 - momentum), momentum: momentum)
    let plain = NoisyHeavyBall(rate: 0.001, momentum: 0)
    #expect(abs(ball.effectiveRate / plain.effectiveRate - 1) < 1e-12)
    #expect(abs(ball.noiseFloor / plain.noiseFloor - 1) < 1e-3)
  }

  /// Without momentum it is the plain noisy bowl.
  @Test(arguments: [0.02, 0.5, 1]) func withoutMomentumItIsPlainDescent(rate: Double) {
    let states = NoisyHeavyBall(rate: rate, momentum: 0).states(after: 100)
    let plain = NoisyBowl(curvature: 1, noise: 1).errors(at: Array(repeating: rate, count: 100))
    for (state, error) in zip(states, plain) {
      #expect(abs(state.squaredError - error.squaredError) <= 1e-12 * error.squaredError)
    }
  }
}
