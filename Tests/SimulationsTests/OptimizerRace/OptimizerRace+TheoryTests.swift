import Experiments
import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct ValleyTests {
  @Test(arguments: [0.0, 17, 45], [1.0, 100, 1000])
  func turningKeepsDistancesAndSlopes(degrees: Double, condition: Double) {
    let valley = Valley(condition: condition, degrees: degrees)
    var stream = RandomStream(seed: 13, "places")
    for _ in 0..<50 {
      let (l, s) = (stream.normal(), stream.normal())
      let place = valley.place(along: l, across: s)
      let distances = valley.distances(place)
      #expect(abs(distances.x - l) < 1e-14 && abs(distances.y - s) < 1e-14)
      #expect(abs(valley.loss(place) - 0.5 * (l * l / condition + s * s)) < 1e-13)
      // The slope is what the loss gains over a short way, in every direction.
      let way = SIMD2(stream.normal(), stream.normal()) * 1e-5
      let gained = valley.loss(place + way) - valley.loss(place - way)
      let slope = (valley.gradient(place) * way).sum() * 2
      #expect(abs(gained - slope) < 1e-14)
    }
  }

  @Test func whatOverflowedIsInfinitelyHigh() {
    let valley = Valley(condition: 10, degrees: 30)
    #expect(valley.loss(SIMD2(.infinity, -.infinity)) == .infinity)
    #expect(valley.loss(SIMD2(1e200, 1e200)) == .infinity)
  }
}

@Suite struct MomentumTheoryTests {
  typealias Runner = OptimizerRace.Runner

  static func theory(
    _ runner: Runner, _ rate: Double, _ momentum: Double, condition: Double = 100
  ) throws -> MomentumTheory {
    try #require(
      MomentumTheory(
        runner, rate: rate, momentum: momentum, curvatures: SIMD2(1 / condition, 1)))
  }

  /// The factors (κ − 1)/(κ + 1) and (√κ − 1)/(√κ + 1) at the best constants.
  @Test(arguments: [4.0, 100, 900]) func bestConstants(condition: Double) throws {
    let root = condition.squareRoot()
    let plain = try Self.theory(.gradientDescent, 2 / (1 + 1 / condition), 0, condition: condition)
    #expect(abs(plain.growth - (condition - 1) / (condition + 1)) < 1e-12)
    let factor = (root - 1) / (root + 1)
    let rate = (2 / (1 + 1 / root)) * (2 / (1 + 1 / root))
    // A double root: an error of 1e-16 in the constants is one of 1e-8 in the root.
    let ball = try Self.theory(.momentum, rate, factor * factor, condition: condition)
    #expect(abs(ball.growth - factor) < 1e-7)
    // Lessard, Recht & Packard 2016, the table of quadratics.
    let long = (3 * condition + 1).squareRoot()
    let nesterov = try Self.theory(
      .nesterov, 4 / (3 + 1 / condition), (long - 2) / (long + 2), condition: condition)
    #expect(abs(nesterov.growth - (1 - 2 / long)) < 1e-7)
  }

  /// No other rate and momentum shrink a valley faster: those of a fine grid, and some close by.
  @Test(arguments: [4.0, 25, 100, 300, 900])
  func nothingIsFasterThanTheBestConstants(condition: Double) throws {
    let long = (3 * condition + 1).squareRoot()
    let rate = 4 / (3 + 1 / condition)
    let momentum = (long - 2) / (long + 2)
    for share in Spacing.values(81, over: 0.5...1.5, .linear) + [0.999, 1.001] {
      let momenta = Spacing.values(101, over: 0...0.99, .linear)
      for beta in momenta + [momentum * 0.999, momentum, min(0.99, momentum * 1.001)] {
        let growth = try Self.theory(.nesterov, rate * share, beta, condition: condition).growth
        #expect(growth > 1 - 2 / long - 1e-9)
      }
    }
    // The customary constants are behind: 1 − 1/√κ.
    let root = condition.squareRoot()
    let customary = try Self.theory(.nesterov, 1, (root - 1) / (root + 1), condition: condition)
    #expect(abs(customary.growth - (1 - 1 / root)) < 1e-7)
    #expect(customary.growth > 1 - 2 / long + 0.01 / root)
  }

  /// √β where both directions swing, whatever the rate; 2√β would not even shrink.
  @Test(arguments: [1.2, 2, 3]) func swingingShrinksByTheRootOfMomentum(rate: Double) throws {
    let growth = try Self.theory(.momentum, rate, 0.81).growth
    #expect(abs(growth - 0.9) < 1e-12)
  }

  /// Below 1 just inside the edge and above it just outside, for every momentum.
  @Test(arguments: [Runner.gradientDescent, .momentum, .nesterov], [0, 0.4, 0.9, 0.99])
  func theEdgeIsWhereGrowthBegins(runner: Runner, momentum: Double) throws {
    let edge = try Self.theory(runner, 1, momentum).edge
    #expect(try Self.theory(runner, edge * 0.999, momentum).growth < 1)
    #expect(try Self.theory(runner, edge * 1.001, momentum).growth > 1)
    if runner == .momentum { #expect(edge == 2 * (1 + momentum)) }
  }

  @Test func withoutMomentumAllAreThePlainOne() throws {
    for rate in [0.01, 0.5, 1.7, 2.5] {
      let growths = try [Runner.gradientDescent, .momentum, .nesterov].map {
        try Self.theory($0, rate, 0).growth
      }
      let plain = max(abs(1 - rate), abs(1 - rate / 100))
      #expect(growths.allSatisfy { abs($0 - plain) < 1e-12 })
    }
  }

  @Test(arguments: [Runner.rmsprop, .adam, .adamw])
  func whoDividesBySlopesHasNone(runner: Runner) {
    #expect(
      MomentumTheory(runner, rate: 1, momentum: 0.5, curvatures: SIMD2(0.01, 1)) == nil)
  }
}
