import Experiments
import Learning
import Testing

@testable import Simulations

@Suite struct StaleSettingsTests {
  static func outcome(_ drift: Double, tunedFor: Double, seed: UInt64 = 1) throws -> Outcome {
    try StaleSettings.outcome(
      ["drift": .real(drift), "tuned-for": .real(tunedFor)] as [String: SettingValue], seed: seed)
  }

  // The figures of the ground truth

  @Test(arguments: [(1e-4, 0.00995), (0.001, 0.0311), (0.01, 0.0951), (0.1, 0.2702), (1, 0.6180)])
  func bestRatesAreTheGroundTruths(drift: Double, rate: Double) {
    let best = TrackerTheory.bestRate(drift: drift)
    #expect(abs(best / rate - 1) < 0.002)
    // There it is rate · σ² + q, and to both sides it is more.
    let error = TrackerTheory.error(rate: best, drift: drift)
    #expect(abs(error - (best + drift)) < 1e-12)
    for factor in [0.99, 1.01] {
      #expect(TrackerTheory.error(rate: factor * best, drift: drift) > error)
    }
  }

  @Test(arguments: [(0.1, 0.001, 1.648, 0.370, 4.45), (0.001, 0.1, 0.158, 0.0321, 4.93)])
  func staleRatesCostFourfold(
    drift: Double, tunedFor: Double, kept: Double, retuned: Double, price: Double
  ) throws {
    let outcome = try Self.outcome(drift, tunedFor: tunedFor)
    #expect(abs(try #require(outcome["predicted-kept-error"]) - kept) < 0.001)
    #expect(abs(try #require(outcome["predicted-retuned-error"]) - retuned) < 0.0005)
    #expect(abs(try #require(outcome["price"]) - price) < 0.01)
  }

  /// One rate for both drifts costs at worst 1.67 times the best, and is best for neither.
  @Test func oneRateForBoth() {
    func price(_ rate: Double, _ drift: Double) -> Double {
      TrackerTheory.error(rate: rate, drift: drift)
        / TrackerTheory.error(rate: TrackerTheory.bestRate(drift: drift), drift: drift)
    }
    func worst(_ rate: Double) -> Double { max(price(rate, 0.001), price(rate, 0.1)) }
    let rates = Spacing.values(4001, over: 0.01...1, .log)
    let least = rates.map(worst).min() ?? 0
    #expect(abs(least - 1.67) < 0.01 && abs(worst(0.0916) - least) < 0.005)
    for (drift, low, high) in [
      (0.001, 0.0167, 0.0575), (0.01, 0.0515, 0.1724), (0.1, 0.149, 0.466),
    ] {
      let band = rates.filter { price($0, drift) <= 1.2 }
      #expect(abs(band[0] / low - 1) < 0.01 && abs(band[band.count - 1] / high - 1) < 0.01)
    }
  }

  /// Weight decay that was best elsewhere, in the model of the lesson on it.
  @Test(
    arguments: [(20, 2, 0.6, 0.556, 1.22), (200, 1, 0.6, 0.0139, 2.09), (20, 1, 0.2, 1.25, 1.60)]
      as [(Int, Double, Double, Double, Double)])
  func staleDecaysCostToo(
    examples: Int, noise: Double, weight: Double, best: Double, price: Double
  ) {
    let model = LinearRisk(
      eigenvalues: RidgeFits.eigenvalues, weights: RidgeFits.eigenvalues.map { _ in weight },
      noiseVariance: noise * noise, examples: examples, rate: 0)
    let decay = noise * noise / (Double(examples) * weight * weight)
    #expect(abs(decay / best - 1) < 0.005)
    for factor in [0.95, 1.05] {
      #expect(model.ridgeRisk(factor * decay) > model.ridgeRisk(decay))
    }
    let then = 1 / (20 * 0.36)
    #expect(abs(model.ridgeRisk(then) / model.ridgeRisk(decay) - price) < 0.006)
    if noise == 2 {
      #expect(abs(model.ridgeRisk(then) - 0.477) < 0.001)
      #expect(abs(model.ridgeRisk(decay) - 0.391) < 0.001)
    }
  }

  /// After a jump of three, the steps until its square is below what the noise leaves.
  @Test(arguments: [(0.01, 373), (0.05, 58), (0.1, 25), (0.3, 6)])
  func aJumpIsForgotten(rate: Double, steps: Int) {
    let left = TrackerTheory.error(rate: rate, drift: 0)
    var (bias, count) = (3.0, 0)
    while bias * bias >= left { (bias, count) = (bias * (1 - rate), count + 1) }
    #expect(count == steps)
  }

  // Found otherwise

  /// The mean over seeds is what theory says.
  @Test(arguments: [(0.1, 0.001), (0.001, 0.1), (1, 1), (1e-4, 1), (1, 1e-4)])
  func measuredIsWhatTheorySays(drift: Double, tunedFor: Double) throws {
    let outcomes = try (1...30).map { try Self.outcome(drift, tunedFor: tunedFor, seed: $0) }
    for name in ["kept-error", "retuned-error"] {
      let values = outcomes.compactMap { $0[name] }
      let predicted = try #require(outcomes[0]["predicted-\(name)"])
      let mean = values.reduce(0, +) / 30
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (squares / 29 / 30).squareRoot()
      #expect(abs(mean - predicted) < 4 * error && error < 0.03 * predicted, "\(name)")
    }
  }

  /// The variance, step by step from far away, settles where the formula says.
  @Test(arguments: [(0.03, 0.1), (0.5, 0.001), (1, 1)])
  func theErrorSettles(rate: Double, drift: Double) {
    var error = 50.0
    for _ in 0..<2000 { error = (1 - rate) * (1 - rate) * error + rate * rate + drift }
    #expect(abs(error / TrackerTheory.error(rate: rate, drift: drift) - 1) < 1e-9)
  }

  // What a run says

  @Test(
    arguments: [
      (0.1, 0.001, "too-slow"), (0.001, 0.1, "too-nervous"), (0.01, 0.01, "still-good"),
      (0.02, 0.01, "still-good"),
    ])
  func findsWhatItIs(drift: Double, tunedFor: Double, code: String) throws {
    let outcome = try Self.outcome(drift, tunedFor: tunedFor)
    #expect(outcome.findings.map(\.code) == [code])
    #expect(outcome.findings[0].measured == outcome["kept-error"])
    #expect(outcome.findings[0].predicted == outcome["predicted-kept-error"])
    if drift == tunedFor { #expect(outcome["price"] == 1) }
  }

  @Test(arguments: [1e-4, 1], [1e-4, 1]) func holdsAtAllCorners(drift: Double, tunedFor: Double)
    throws
  {
    let outcome = try Self.outcome(drift, tunedFor: tunedFor)
    #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 > 0 })
    #expect(try #require(outcome["price"]) >= 1)
    FigureCheck.check(outcome.figures, of: StaleSettings.self)
  }

  @Test(
    arguments: [
      (1.2, 5, "still-good"), (1.2.nextUp, 10.0.nextDown, "too-slow"),
      (1.2.nextUp, 10, "too-nervous"),
    ] as [(Double, Double, String)])
  func verdictsTurnAtTheirBounds(price: Double, rate: Double, code: String) {
    #expect(StaleSettings.verdict(price: price, rate: rate, best: 10).code == code)
  }
}
