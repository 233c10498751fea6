import Experiments
import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct FineTuningTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try FineTuning.outcome(turned, seed: seed)
  }

  // The figures of the ground truth

  /// Distance, best rate after 50 steps, its loss, that of scratch's best rate, and the loss untouched.
  @Test(
    arguments: [
      (1, 0.0728, 0.1512, 0.1512, 1.917), (0.5, 0.0183, 0.1030, 0.1262, 0.479),
      (0.3, 0.0070, 0.0663, 0.1209, 0.1725), (0.2, 0.0039, 0.0425, 0.1192, 0.0767),
      (0.1, 0.0013, 0.0157, 0.1182, 0.0192),
    ] as [(Double, Double, Double, Double, Double)])
  func theNearerTheStartTheLowerTheRate(
    distance: Double, rate: Double, loss: Double, scratchs: Double, untouched: Double
  ) throws {
    let theory = TuningTheory(distance: distance, examples: 20, directions: 5)
    let best = theory.best(steps: 50, share: 1)
    #expect(abs(best.rate - rate) < 0.0001 && abs(best.loss - loss) < 0.00006)
    #expect(abs(theory.target(theory.kept(rate: 0.0728, steps: 50, share: 1)) - scratchs) < 0.00006)
    #expect(abs(theory.untouched - untouched) < 0.0003)
    #expect(theory.converged == 0.25)
    // The best rate falls about as the squared distance, down to 0.3.
    if distance >= 0.3 { #expect(abs(best.rate / (0.0728 * distance * distance) - 1) < 0.07) }
  }

  /// Learned to the end, the number of directions with the lowest loss, and those losses.
  @Test(
    arguments: [
      (1, 3, 0.177), (0.5, 2, 0.129), (0.3, 1, 0.093), (0.2, 1, 0.069), (0.1, 0, 0.019),
    ] as [(Double, Int, Double)])
  func theNearerTheStartTheFewerTheDirections(distance: Double, count: Int, loss: Double) {
    let losses = (0...5).map { directions in
      TuningTheory(distance: distance, examples: 20, directions: directions)
        .target((0..<5).map { $0 < directions ? 1 : 0 })
    }
    #expect(losses.min() == losses[count] && abs(losses[count] - loss) < 0.0006)
    // A direction is worth it where λδ² is above σ²/n.
    let offset = 0.6 * distance
    let worth = TuningTheory.curvatures.count { $0 * offset * offset > 1.0 / 20 }
    #expect(worth == count)
  }

  /// Distance, the best share of a converged tuning, and both losses there.
  @Test(arguments: [(0.5, 0.657, 0.1643, 0.315), (0.3, 0.408, 0.1021, 0.0704)])
  func halfWayIsBetterThanEitherEnd(
    distance: Double, share: Double, target: Double, source: Double
  ) {
    let theory = TuningTheory(distance: distance, examples: 20, directions: 5)
    let (untouched, converged) = (theory.untouched, theory.converged)
    let best = untouched / (untouched + converged)
    #expect(abs(best - share) < 0.0006)
    let kept = [Double](repeating: best, count: 5)
    #expect(abs(theory.target(kept) - target) < 0.0001)
    #expect(abs(theory.target(kept) - untouched * converged / (untouched + converged)) < 1e-12)
    #expect(abs(theory.source(kept) - source) < 0.0006)
    #expect(abs(theory.source([1, 1, 1, 1, 1]) - (untouched + converged)) < 1e-12)
    let totals = Spacing.values(1001, over: 0...1, .linear).map { share in
      let kept = [Double](repeating: share, count: 5)
      return theory.target(kept) + theory.source(kept)
    }
    let lowest = totals.indices.reduce(0) { totals[$1] < totals[$0] ? $1 : $0 }
    #expect(abs(Double(lowest) / 1000 - best / 2) < 0.0006)
  }

  /// Gently: a rate alone keeps both losses low.
  @Test func oneBandOfRatesIsGentleEnough() throws {
    let theory = TuningTheory(distance: 0.3, examples: 20, directions: 5)
    func passes(_ rate: Double) -> Bool {
      let kept = theory.kept(rate: rate, steps: 50, share: 1)
      return theory.target(kept) <= 0.073 && theory.source(kept) <= 0.12
    }
    let rates = Spacing.values(4001, over: FineTuning.rates, .log)
    let band = rates.filter(passes)
    #expect(abs(band[0] - 0.0042) < 0.00005 && abs(band[band.count - 1] - 0.0076) < 0.00005)
    #expect(rates.filter { $0 >= band[0] && $0 <= band[band.count - 1] } == band)
    for (rate, target, source) in [
      (0.01, 0.0691, 0.150), (0.001, 0.1282, 0.0061), (0.2, 0.155, 0.323),
    ] {
      let kept = theory.kept(rate: rate, steps: 50, share: 1)
      #expect(abs(theory.target(kept) - target) < 0.0003)
      #expect(abs(theory.source(kept) - source) < 0.0004 && !passes(rate))
    }
  }

  /// Rate, and the shares with both losses together at most 0.303.
  @Test(
    arguments: [
      (0.003, 0.4, 0.6), (0.01, 0.35, 0.5), (0.05, 0.35, 0.4), (0.001, 0.75, 0.95),
    ] as [(Double, Double, Double)])
  func shareAndRateGoTogether(rate: Double, from: Double, to: Double) {
    let theory = TuningTheory(distance: 0.5, examples: 20, directions: 5)
    func total(_ rate: Double, _ share: Double) -> Double {
      let kept = theory.kept(rate: rate, steps: 200, share: share)
      return theory.target(kept) + theory.source(kept)
    }
    let shares = Spacing.values(21, over: 0...1, .linear).filter { total(rate, $0) <= 0.303 }
    #expect(abs(shares[0] - from) < 1e-9 && abs(shares[shares.count - 1] - to) < 1e-9)
    let alone = Spacing.values(2001, over: FineTuning.rates, .log).map { total($0, 1) }
    #expect(abs((alone.min() ?? 0) - 0.306) < 0.0006 && abs(total(0.4, 1) - 0.926) < 0.0006)
    // Below the knob's range a rate does it by itself.
    #expect(abs(total(0.00078, 1) - 0.29997) < 0.00002)
    let rates = Spacing.values(31, over: FineTuning.rates, .log)
    let passing = rates.reduce(0) { sum, rate in
      sum + Spacing.values(21, over: 0...1, .linear).count { total(rate, $0) <= 0.303 }
    }
    #expect(abs(Double(passing) / (31 * 21) - 0.137) < 0.001)
  }

  /// Half-way asks for 0.297: no rate passes by itself, nor do the ends and the middle.
  @Test func halfWayNeedsBoth() {
    let theory = TuningTheory(distance: 0.5, examples: 20, directions: 5)
    func total(_ rate: Double, _ share: Double) -> Double {
      let kept = theory.kept(rate: rate, steps: 200, share: share)
      return theory.target(kept) + theory.source(kept)
    }
    let shares = Spacing.values(101, over: 0...1, .linear)
    #expect(Spacing.values(501, over: 1e-5...0.4, .log).allSatisfy { total($0, 1) > 0.299 })
    #expect(shares.allSatisfy { total(1e-3, $0) > 0.299 && total(0.4, $0) > 0.315 })
    #expect(total(0.02, 0.5) > 0.303 && total(0.2, 0) > 0.47)
    let rates = Spacing.values(31, over: FineTuning.rates, .log)
    let passing = rates.reduce(0) { sum, rate in
      sum + Spacing.values(21, over: 0...1, .linear).count { total(rate, $0) <= 0.297 }
    }
    #expect(abs(Double(passing) / (31 * 21) - 0.07) < 0.005)
    #expect(total(0.007, 0.45) < 0.2888)
  }

  // The formulas, found otherwise

  /// Moving the origin to the pretrained weights makes it a training from zero.
  @Test(arguments: [(0.01, 7), (0.2, 50), (0.5, 3), (0.03, 1000)])
  func itIsATrainingFromZeroToTheOffset(rate: Double, steps: Int) {
    let theory = TuningTheory(distance: 0.4, examples: 30, directions: 5)
    let fromZero = LinearRisk(
      eigenvalues: TuningTheory.curvatures, weights: TuningTheory.curvatures.map { _ in 0.24 },
      noiseVariance: 1, examples: 30, rate: rate)
    let loss = theory.target(theory.kept(rate: rate, steps: steps, share: 1))
    #expect(abs(loss / fromZero.risk(steps) - 1) < 1e-12)
  }

  /// Descent on the rows themselves, not on their sums: both losses of 2000 trainings.
  @Test func descentOnRowsAgrees() {
    let (distance, rate, steps, share) = (0.5, 0.1, 12, 0.7)
    let theory = TuningTheory(distance: distance, examples: 10, directions: 5)
    let fromZero = LinearRisk(
      eigenvalues: TuningTheory.curvatures, weights: TuningTheory.curvatures.map { _ in 0.3 },
      noiseVariance: 1, examples: 10, rate: rate)
    let design = fromZero.design
    var (target, source, squares) = (0.0, 0.0, 0.0)
    let count = 2000
    for number in 0..<count {
      var stream = RandomStream(seed: 5, "rows", number)
      let targets = (0..<10).map { row in
        design[5 * row..<5 * row + 5].reduce(stream.normal()) { $0 + 0.3 * $1 }
      }
      var weights = [0.0, 0, 0, 0, 0]
      for _ in 0..<steps {
        var slope = [0.0, 0, 0, 0, 0]
        for row in 0..<10 {
          let error = (0..<5).reduce(-targets[row]) { $0 + weights[$1] * design[5 * row + $1] }
          for column in 0..<5 { slope[column] += error * design[5 * row + column] / 10 }
        }
        for column in 0..<5 { weights[column] -= rate * slope[column] }
      }
      var here = 0.0
      for (weight, curvature) in zip(weights, TuningTheory.curvatures) {
        here += curvature * (share * weight - 0.3) * (share * weight - 0.3)
        source += curvature * share * share * weight * weight / Double(count)
      }
      target += here / Double(count)
      squares += here * here / Double(count)
    }
    let kept = theory.kept(rate: rate, steps: steps, share: share)
    let error = ((squares - target * target) / Double(count)).squareRoot()
    #expect(abs(target - theory.target(kept)) < 4 * error)
    #expect(abs(source / theory.source(kept) - 1) < 0.05)
  }

  /// The mean over seeds is what theory says, whatever is turned.
  @Test(
    arguments: [
      [:], ["learning-rate": "0.01", "distance": "1"], ["learning-rate": "0.4", "steps": "7"],
      ["tuned-directions": "2", "share": "0.4"], ["training-size": "100", "steps": "300"],
    ] as [[String: String]])
  func measuredIsWhatTheorySays(turned: [String: String]) throws {
    let outcomes = try (1...40).map { try Self.outcome(turned, seed: $0) }
    for name in ["target-loss", "source-loss", "total-loss"] {
      let values = outcomes.compactMap { $0[name] }
      let predicted = try #require(outcomes[0]["predicted-\(name)"])
      let mean = values.reduce(0, +) / 40
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (squares / 39 / 40).squareRoot()
      #expect(abs(mean - predicted) < 4 * error, "\(name)")
      #expect(error < 0.02 * predicted)
    }
  }

  // What a run says

  @Test(
    arguments: [
      ([:], ["too-rough", "forgetting"]),
      (["learning-rate": "0.001"], ["too-gentle", "forgetting"]),
      (["learning-rate": "0.007"], ["near-best", "forgetting"]),
      (["steps": "1000"], ["too-rough", "harmful", "forgetting"]),
      (["share": "0"], ["untouched"]), (["tuned-directions": "0"], ["untouched"]),
      (["distance": "0"], ["too-rough", "harmful", "forgetting"]),
    ] as [([String: String], [String])])
  func findsWhatItIs(turned: [String: String], codes: [String]) throws {
    let outcome = try Self.outcome(turned)
    #expect(outcome.findings.map(\.code) == codes)
    let first = try #require(outcome.findings.first)
    #expect(first.measured == outcome["target-loss"])
    #expect(first.predicted == outcome["predicted-target-loss"])
    #expect(first.message.contains(NumberText.significant(try #require(first.measured))))
  }

  /// What is named as without effect has none.
  @Test func idleKnobsAreIdle() throws {
    for (turned, left) in [
      (["share": "0"], ["distance", "share"]),
      (["tuned-directions": "0"], ["distance", "tuned-directions"]),
    ] {
      var settings = FineTuning.defaults
      for (knob, value) in turned { try settings.turn(knob, to: value) }
      let idle = FineTuning.idleKnobs(settings)
      #expect(Set(FineTuning.knobs.map(\.name)).subtracting(idle) == Set(left))
      let plain = FineTuning.run(settings, seed: 1)
      for knob in FineTuning.knobs where idle.contains(knob.name) {
        for value in knob.domain.grid(2) {
          var other = settings
          try other.turn(knob.name, to: value)
          let outcome = FineTuning.run(other, seed: 1)
          for name in ["target-loss", "source-loss", "total-loss"] {
            #expect(outcome[name] == plain[name], "\(knob.name)")
          }
        }
      }
    }
    #expect(FineTuning.idleKnobs(FineTuning.defaults).isEmpty)
  }

  @Test(arguments: [1e-3, 0.4], [1, 1000]) func holdsAtAllCorners(rate: Double, steps: Int) throws {
    for (distance, size, share) in [("0", "10", "1"), ("1", "200", "0.5"), ("1", "10", "0")] {
      let outcome = try Self.outcome([
        "learning-rate": "\(rate)", "steps": "\(steps)", "distance": distance,
        "training-size": size, "share": share,
      ])
      #expect(Set(outcome.metrics.keys) == Set(FineTuning.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
      FigureCheck.check(outcome.figures, of: FineTuning.self)
    }
  }

  // Bounds, tried on both sides

  @Test(
    arguments: [
      (1.1, 0.5, "near-best"), (1.1, 1.5, "near-best"), (1.1.nextUp, 0.5, "too-gentle"),
      (1.1.nextUp, 1.0.nextDown, "too-gentle"), (1.1.nextUp, 1, "too-rough"),
    ] as [(Double, Double, String)])
  func verdictsTurnAtTheirBounds(lossOverBest: Double, rate: Double, code: String) {
    let verdict = FineTuning.verdict(lossOverBest: lossOverBest, rate: rate, best: 1)
    #expect(verdict.code == code)
  }

  @Test func harmTurnsAtItsBound() {
    #expect(!FineTuning.isHarmful(tuned: 0.2, untouched: 0.2))
    #expect(FineTuning.isHarmful(tuned: 0.2.nextUp, untouched: 0.2))
  }
}
