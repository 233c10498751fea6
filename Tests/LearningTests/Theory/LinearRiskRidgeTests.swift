import Learning
import Numerics
import Testing

@Suite struct LinearRiskRidgeTests {
  static let example = LinearRiskTests.example

  /// A model drawn at random: one to six directions over four orders of magnitude.
  static func model(_ stream: inout RandomStream) -> LinearRisk {
    let count = 1 + stream.integer(below: 6)
    return LinearRisk(
      eigenvalues: (0..<count).map { _ in Elementary.exp(stream.uniform(in: -6..<3)) },
      weights: (0..<count).map { _ in stream.normal() }, noiseVariance: stream.uniform(in: 0..<4),
      examples: 6 + stream.integer(below: 100), rate: 0.01)
  }

  @Test func withoutDecayNothingIsHeldBack() {
    #expect(Self.example.degreesOfFreedom(0) == 5)
    #expect(Self.example.ridgeBias(0) == 0)
    #expect(abs(Self.example.ridgeRisk(0) - 5.0 / 20) < 1e-15)
    #expect(abs(Self.example.ridgeRisk(1e12) - Self.example.risk(0)) < 1e-9)
  }

  @Test func theSharesAreThoseOfTheFormula() {
    let shares = Self.example.ridgeShares(0.25)
    #expect(shares == [4 / 4.25, 0.8, 0.5, 0.06 / 0.31, 0.015 / 0.265])
    #expect(Self.example.degreesOfFreedom(0.25) == shares.reduce(0, +))
  }

  @Test func decayTradesBiasForVariance() {
    var stream = RandomStream(seed: 1, "models")
    for _ in 0..<50 {
      let model = Self.model(&stream)
      var decay = 1e-6
      while decay < 1e4 {
        #expect(model.ridgeBias(decay) <= model.ridgeBias(3 * decay))
        #expect(model.ridgeVariance(decay) >= model.ridgeVariance(3 * decay))
        #expect(model.degreesOfFreedom(decay) > model.degreesOfFreedom(3 * decay))
        decay *= 3
      }
    }
  }

  /// Ali, Kolter & Tibshirani's bound, on models and times at random.
  @Test func stoppingIsNeverMuchWorseThanDecay() {
    var stream = RandomStream(seed: 2, "models")
    for _ in 0..<2000 {
      let model = Self.model(&stream)
      let time = Elementary.exp(stream.uniform(in: -5..<12))
      #expect(model.flowRisk(time) <= 1.6862 * model.ridgeRisk(1 / time))
    }
  }

  /// Along any curvature, stopping at time t learns at most 0.204 more than a decay of 1/t leaves.
  @Test func theSharesAreNeverFarApart() {
    var widest = (difference: 0.0, place: 0.0)
    for index in -800...800 {
      let place = Elementary.exp(Double(index) / 100)
      let model = LinearRisk(
        eigenvalues: [place], weights: [1], noiseVariance: 0, examples: 1, rate: 1)
      // Without noise the root of the risk is what is not learned.
      let stopped = 1 - (model.flowRisk(1) / place).squareRoot()
      let difference = stopped - model.ridgeShares(1)[0]
      #expect(difference > -1e-12)
      if difference > widest.difference { widest = (difference, place) }
    }
    #expect(abs(widest.difference - 0.2036) < 0.0001 && abs(widest.place - 2.51) < 0.02)
  }

  /// The bound is nearly met where all of the risk is noise and λ·time is 1.79.
  @Test func theBoundIsTight() {
    let model = LinearRisk(
      eigenvalues: [1], weights: [0], noiseVariance: 1, examples: 10, rate: 0.1)
    let ratio = model.flowRisk(1.79) / model.ridgeRisk(1 / 1.79)
    #expect(ratio > 1.685 && ratio < 1.6862)
  }

  /// Many short steps are the flow.
  @Test(arguments: [1, 10, 100]) func shortStepsAreTheFlow(time: Int) {
    var model = Self.example
    model.rate = 1e-4
    #expect(abs(model.risk(10_000 * time) / model.flowRisk(Double(time)) - 1) < 1e-3)
  }
}
