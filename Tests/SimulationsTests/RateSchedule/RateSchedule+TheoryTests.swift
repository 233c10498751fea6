import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct NoisyBowlTests {
  static let bowl = NoisyBowl(curvature: 1, noise: 1)

  static func end(_ shape: RateSchedule.Shape, _ rate: Double, steps: Int = 200) -> Double {
    let plan = shape.schedule(rate: rate, steps: steps, dropAt: 0.5)
    return bowl.errors(at: (0..<steps).map { plan.rate(at: $0) }).last?.squaredError ?? .nan
  }

  /// What 200 steps leave by theory, to the digits given.
  @Test(arguments: [
    (RateSchedule.Shape.constant, 0.1, 0.0526), (.constant, 0.0244, 0.0136),
    (.constant, 0.01, 0.454), (.cosine, 0.1, 0.0102), (.step, 0.1, 0.0114),
  ])
  func leavesWhatIsKnown(shape: RateSchedule.Shape, rate: Double, error: Double) {
    #expect(abs(Self.end(shape, rate) / error - 1) < 0.005)
  }

  /// The plain average of all samples, whose variance is one over their number.
  @Test(arguments: [10, 200, 1000]) func inverseTimeIsTheAverage(steps: Int) {
    #expect(abs(Self.end(.inverseTime, 1, steps: steps) * Double(steps) - 1) < 1e-12)
  }

  /// The best constant rate is 0.024454; the valley is so flat there that 0.0244 and 0.0246 leave
  /// the same three digits.
  @Test func bestConstantRate() {
    let best = Self.bowl.bestConstant(after: 200)
    #expect(abs(best.rate - 0.024454) < 1e-6)
    #expect(abs(best.error - 0.01362811) < 1e-8)
    for rate in [0.0244, 0.0245, 0.0246] {
      let error = Self.bowl.error(atConstant: rate, after: 200).squaredError
      #expect(error > best.error && abs(error - 0.0136) < 0.00005)
    }
  }

  /// What a constant rate is left with: ησ²/(λ(2 − ηλ)), and σ²/B in place of σ² for batches of B.
  @Test(arguments: [0.01, 0.1, 1], [0.1, 0.5, 1])
  func theNoiseOfAConstantRateSettles(rate: Double, curvature: Double) throws {
    for (noise, batch) in [(1.0, 1.0), (2, 1), (1, 8), (3, 64)] {
      let bowl = NoisyBowl(curvature: curvature, noise: noise / batch.squareRoot())
      let floor = rate * noise * noise / (batch * curvature * (2 - rate * curvature))
      let steps = Int(40 / (rate * curvature))
      let last = try #require(bowl.errors(at: Array(repeating: rate, count: steps)).last)
      #expect(abs(last.noise / floor - 1) < 1e-12)
    }
  }

  /// The claim of the lesson: at a suitable highest rate, everything that fades does better.
  @Test(arguments: RateSchedule.Shape.allCases, [50, 200, 1000])
  func noConstantRateReachesWhatAScheduleReaches(shape: RateSchedule.Shape, steps: Int) {
    let rates = (0...60).map { Elementary.exp(Elementary.log(0.005) * Double($0) / 60) }
    let least = rates.map { Self.end(shape, $0, steps: steps) }.min() ?? .nan
    let constant = Self.bowl.bestConstant(after: steps).error
    if shape == .constant {
      #expect(least >= constant)
    } else {
      #expect(least < 0.95 * constant)
    }
    #expect(least >= Self.bowl.leastError(after: steps) * (1 - 1e-12))
  }

  /// No rate of a fine grid does better than the one that is called best.
  @Test(arguments: [10, 57, 200, 1000], [0.1, 0.5, 1])
  func noConstantRateDoesBetter(steps: Int, curvature: Double) {
    for noise in [0.0, 0.3, 1, 3] {
      let bowl = NoisyBowl(curvature: curvature, noise: noise)
      let best = bowl.bestConstant(after: steps)
      let own = bowl.error(atConstant: best.rate, after: steps).squaredError
      #expect(own == best.error)
      for index in 0...500 {
        // Up to the edge 2/λ, above the knob's range where the bowl is shallow.
        let share = Elementary.exp(Elementary.log(1e-4) * Double(index) / 500)
        let rate = 1.999 * share / curvature
        let error = bowl.error(atConstant: rate, after: steps).squaredError
        #expect(error >= best.error * (1 - 1e-9))
      }
    }
  }

  /// In a shallow bowl the best constant rate is above 1: 10 without noise, which leaves nothing.
  @Test func theBestConstantRateMayBeAboveTheKnob() {
    let quiet = NoisyBowl(curvature: 0.1, noise: 0).bestConstant(after: 10)
    #expect(quiet.rate == 10 && quiet.error == 0)
    let noisy = NoisyBowl(curvature: 0.1, noise: 0.878).bestConstant(after: 10)
    #expect(abs(noisy.rate - 1.152) < 0.001 && abs(noisy.error - 6.466) < 0.001)
  }

  @Test(arguments: [0.01, 0.3, 1], [1, 17, 400])
  func closedFormIsTheRecursion(rate: Double, steps: Int) throws {
    let bowl = NoisyBowl(curvature: 0.4, noise: 1.7)
    let last = try #require(bowl.errors(at: Array(repeating: rate, count: steps)).last)
    let closed = bowl.error(atConstant: rate, after: steps)
    #expect(abs(closed.start - last.start) <= 1e-12 * last.start)
    #expect(abs(closed.noise - last.noise) <= 1e-12 * last.noise)
  }

  /// Rates drawn at random, and those of every schedule, stay above the least error.
  @Test func nothingGetsBelowTheLeastError() {
    var stream = RandomStream(seed: 5, "rates")
    for _ in 0..<200 {
      let bowl = NoisyBowl(
        curvature: stream.uniform(in: 0.1..<1), noise: stream.uniform(in: 0.01..<3))
      let scale = stream.uniform(in: 0..<1)
      let rates = (0..<50).map { _ in scale * stream.uniform() }
      let end = bowl.errors(at: rates).last?.squaredError ?? 0
      #expect(end >= bowl.leastError(after: 50) * (1 - 1e-12))
    }
  }

  /// The rates that the bound is derived from reach it.
  @Test func theLeastErrorIsReached() {
    let bowl = NoisyBowl(curvature: 0.3, noise: 2)
    var error = NoisyBowl.Error().squaredError
    var rates: [Double] = []
    for _ in 0..<100 {
      rates.append(0.3 * error / (0.09 * error + 4))
      error = bowl.errors(at: rates).last?.squaredError ?? .nan
    }
    #expect(abs(error / bowl.leastError(after: 100) - 1) < 1e-12)
    #expect(NoisyBowl(curvature: 0.3, noise: 0).leastError(after: 100) == 0)
  }
}
