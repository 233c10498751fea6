import Experiments
import Testing

@testable import Simulations

@Suite struct WeightShrinkageTests {
  static func outcome(
    _ alpha: Double, training: Int = 20, noise: Double = 1, seed: UInt64 = 1
  ) throws -> Outcome {
    try WeightShrinkage.outcome(
      ["alpha": .real(alpha), "training-size": .integer(training), "noise": .real(noise)],
      seed: seed)
  }

  /// Nothing, 1e-4 and 1e-2 are too little; within 10 % of the best is a seventh of the range.
  @Test func theBandLeavesOutTheUsualValues() throws {
    for alpha in [1e-4, 1e-2] {
      #expect(try #require(try Self.outcome(alpha)["loss-over-best"]) > 1.1)
    }
    let fits = RidgeFits(decay: 1, examples: 20, noise: 1, count: 1, seed: 1)
    #expect(fits.model.ridgeRisk(0) > 1.1 * fits.best.loss)
    let passing = Spacing.values(2000, over: 1e-4...100, .log).filter {
      fits.model.ridgeRisk($0) <= 1.1 * fits.best.loss
    }
    #expect(abs(try #require(passing.first) - 0.0475) < 0.001)
    #expect(abs(try #require(passing.last) - 0.309) < 0.005)
    let share = Double(passing.count) / 2000
    #expect(abs(share - 0.136) < 0.002)
  }

  /// The exercise, twice the noise and within 6 %: a twelfth of the range, and the usual values of
  /// 0, 1e-4 and 1e-2 are outside of it.
  @Test func twiceTheNoiseHasABandOfItsOwn() throws {
    let fits = RidgeFits(decay: 1, examples: 20, noise: 2, count: 1, seed: 1)
    func passes(_ decay: Double) -> Bool { fits.model.ridgeRisk(decay) <= 1.06 * fits.best.loss }
    #expect([0, 1e-4, 1e-2, 0.1, 1, 100].allSatisfy { !passes($0) })
    let rates = Spacing.values(2000, over: 1e-4...100, .log)
    let band = rates.filter(passes)
    #expect(abs(try #require(band.first) - 0.287) < 0.003)
    #expect(abs(try #require(band.last) - 0.975) < 0.008)
    let share = Double(band.count) / 2000
    #expect(abs(share - 0.089) < 0.001)
    #expect(rates.filter { $0 >= band[0] && $0 <= band[band.count - 1] } == band)
  }

  /// More data or less noise call for less decay.
  @Test func theBestMovesWithTheNoise() {
    func best(_ examples: Int, _ noise: Double) -> Double {
      RidgeFits(decay: 1, examples: examples, noise: noise, count: 1, seed: 1).best.decay
    }
    #expect(best(20, 2) > 2 * best(20, 1))
    #expect(best(200, 1) < best(20, 1) / 2)
    #expect(best(20, 0.1) < best(20, 1) / 10)
  }

  @Test(arguments: [
    (1e-4, "too-little"), (0.01, "too-little"), (0.1, "near-best"), (1, "too-much"),
    (100, "too-much"),
  ])
  func findsWhatItIs(alpha: Double, code: String) throws {
    let outcome = try Self.outcome(alpha)
    #expect(outcome.findings.map(\.code) == [code, "freedom"])
    let pairs = [("true-loss", 0), ("degrees-of-freedom", 1)]
    for (metric, index) in pairs {
      let finding = outcome.findings[index]
      #expect(finding.measured == outcome[metric])
      #expect(finding.predicted == outcome["predicted-\(metric)"])
      #expect(finding.message.contains(NumberText.significant(try #require(finding.predicted))))
      #expect(finding.message.contains(NumberText.significant(try #require(finding.measured))))
    }
  }

  @Test func thePartsAddUp() throws {
    let outcome = try Self.outcome(0.3)
    let parts = try ["squared-bias", "variance"].map { try #require(outcome[$0]) }.reduce(0, +)
    #expect(parts == outcome["predicted-true-loss"])
    #expect(outcome["undecayed-loss"] == 0.25)
  }

  @Test(arguments: [1e-4, 100], [10, 200]) func holdsAtAllCorners(alpha: Double, training: Int)
    throws
  {
    for noise in [0.1, 3] {
      let outcome = try Self.outcome(alpha, training: training, noise: noise)
      #expect(Set(outcome.metrics.keys) == Set(WeightShrinkage.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      #expect(try #require(outcome["loss-over-best"]) >= 1)
      FigureCheck.check(outcome.figures, of: WeightShrinkage.self)
    }
  }
}

// Bounds, tried on both sides

extension WeightShrinkageTests {
  @Test(
    arguments: [
      (1.1, 0.5, "near-best"), (1.1, 1.5, "near-best"), (1.1.nextUp, 0.5, "too-little"),
      (1.1.nextUp, 1.0.nextDown, "too-little"), (1.1.nextUp, 1, "too-much"),
    ] as [(Double, Double, String)])
  func verdictsTurnAtTheirBounds(lossOverBest: Double, decay: Double, code: String) {
    let verdict = WeightShrinkage.verdict(lossOverBest: lossOverBest, decay: decay, best: 1)
    #expect(verdict.code == code)
  }
}
