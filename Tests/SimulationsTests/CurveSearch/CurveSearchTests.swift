import Experiments
import Numerics
import Testing
import Tuning

@testable import Simulations

@Suite struct CurveSearchTests {
  /// Means of metrics over seeds, with their standard errors.
  static func means(
    _ metric: String, seeds: Int = 20, _ turned: [String: String]
  ) throws -> (mean: Double, error: Double) {
    let values = try (1...seeds).map {
      try #require(CurveSearch.outcome(turned, seed: UInt64($0))[metric])
    }
    let mean = values.reduce(0, +) / Double(seeds)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(seeds * (seeds - 1))).squareRoot())
  }

  static let right = ["length-scale": "0.15"]

  /// Regrets after twelve looks by the right model.
  ///
  /// With little exploration more than the ground truth's, whose 640 curves were lucky: 10,000 of an
  /// implementation in numpy say .175 at κ = .03, .098 at .5, .040 at 1, .0037, .0040 and .0136 at 2, 3, 5.
  @Test(
    arguments: [
      ("0.03", 0.1747), ("0.5", 0.0976), ("1", 0.0403), ("2", 0.0037), ("3", 0.0040),
      ("5", 0.0136),
    ])
  func regretsByExploration(exploration: String, regret: Double) throws {
    let found = try Self.means(
      "regret", seeds: 40, Self.right.merging(["exploration": exploration]) { $1 })
    #expect(abs(found.mean - regret) < 4 * found.error, "\(found)")
    #expect(found.error < 0.25 * regret, "\(found)")
  }

  /// The ground truth's by margin of the expected improvement, whose low end passes whatever is asked.
  @Test(
    arguments: [
      ("0", 0.0012), ("0.003", 0.0013), ("0.01", 0.0014), ("0.03", 0.0027), ("0.1", 0.0074),
      ("0.3", 0.018), ("1", 0.0415),
    ])
  func regretsByMargin(margin: String, regret: Double) throws {
    let found = try Self.means(
      "regret", Self.right.merging(["rule": "improvement", "margin": margin]) { $1 })
    #expect(abs(found.mean - regret) < 4 * found.error + 0.1 * regret, "\(found)")
  }

  /// Fewer looks and more: .029 after eight, none after 24; without exploration it stays stuck.
  @Test func regretsByLooks() throws {
    func regret(_ turned: [String: String]) throws -> (mean: Double, error: Double) {
      try Self.means("regret", Self.right.merging(turned) { $1 })
    }
    let eight = try regret(["rule": "improvement", "looks": "8"])
    #expect(abs(eight.mean - 0.029) < 4 * eight.error)
    let one = try regret(["exploration": "1", "looks": "8"])
    #expect(abs(one.mean - 0.061) < 4 * one.error + 0.01, "\(one)")
    #expect(try regret(["rule": "improvement", "looks": "24"]).mean < 1e-4)
    let stuck = try regret(["exploration": "0.03", "looks": "24"])
    #expect(stuck.mean > 0.06 && stuck.mean < 0.12, "\(stuck)")
  }

  /// The very lowest point is found in 94 % of the curves, and by random looks in about an eighth.
  @Test func lowestPointsFound() throws {
    let turned = Self.right.merging(["rule": "improvement"]) { $1 }
    let found = try Self.means("found", seeds: 10, turned)
    #expect(abs(found.mean - 0.94) < 0.03, "\(found)")
  }

  /// Random looks: .309, .206 and .082 after 8, 12 and 24, .13 of them at the very lowest point of 12.
  @Test(arguments: [("8", 0.309), ("12", 0.206), ("24", 0.082)])
  func randomLooks(looks: String, regret: Double) throws {
    let turned = ["looks": looks]
    let predicted = try Self.means("predicted-random-regret", seeds: 40, turned)
    let measured = try Self.means("random-regret", seeds: 40, turned)
    #expect(abs(predicted.mean - regret) < 4 * predicted.error, "\(predicted)")
    #expect(abs(measured.mean - predicted.mean) < 4 * measured.error, "\(measured)")
  }

  /// A right model is right however the looks were chosen: Φ(2) − Φ(−2) of the points are within.
  @Test(
    arguments: [
      ["exploration": "0.03"], ["exploration": "2"], ["exploration": "100"],
      ["rule": "improvement"], ["rule": "probability"], ["looks": "2"], ["looks": "30"],
    ])
  func aRightModelIsRight(turned: [String: String]) throws {
    let share = Elementary.normalDistribution(2) - Elementary.normalDistribution(-2)
    let found = try Self.means("coverage", seeds: 40, Self.right.merging(turned) { $1 })
    #expect(abs(found.mean - share) < 4 * found.error, "\(turned): \(found)")
    #expect(found.error < 0.003)
  }

  /// Too smooth a model is too sure, too rough a one too unsure of what lies between two looks.
  @Test(
    arguments: [("0.04", 0.98, 1.0), ("0.3", 0.4, 0.5), ("0.5", 0.08, 0.25), ("2", 0, 0.02)])
  func whatModelsBelieve(length: String, low: Double, high: Double) throws {
    let found = try Self.means(
      "coverage", seeds: 10, ["length-scale": length, "exploration": "2"])
    #expect(found.mean > low && found.mean < high, "\(found)")
  }

  // The exercises

  /// Share of seeds that pass.
  static func passing(
    _ length: Double, _ exploration: Double, regret: Double, coverage: ClosedRange<Double> = 0...1
  ) throws -> Double {
    let passed = try (101...120).filter { seed in
      let outcome = try CurveSearch.outcome(
        ["length-scale": .real(length), "exploration": .real(exploration)], seed: UInt64(seed))
      return try #require(outcome["regret"]) <= regret
        && coverage.contains(try #require(outcome["coverage"]))
    }
    return Double(passed.count) / 20
  }

  /// The smoother the model, the more a deviation has to be worth; the κ of the exercise before is too small.
  @Test func exploreOrExploit() throws {
    func share(_ length: Double, _ exploration: Double) throws -> Double {
      try Self.passing(length, exploration, regret: 0.02, coverage: 0.1...0.5)
    }
    for (length, exploration) in [(0.3, 7.0), (0.36, 13), (0.44, 13), (0.5, 20)] {
      #expect(try share(length, exploration) >= 0.9, "\(length), \(exploration)")
    }
    // The defaults, all corners, and the κ of the exercise before.
    for (length, exploration) in [
      (1, 1), (0.03, 0.03), (0.03, 100), (3, 0.03), (3, 100), (0.13, 2), (0.3, 2),
      (0.36, 2), (0.44, 4), (0.36, 100), (0.7, 100),
    ] {
      #expect(try share(length, exploration) <= 0.7, "\(length), \(exploration)")
    }
    // Without the second criterion a right model passes, and the band goes on to the end of the range.
    #expect(try Self.passing(0.13, 2, regret: 0.02) >= 0.9)
    #expect(try Self.passing(0.7, 100, regret: 0.03) >= 0.9)
  }

  /// What passes surrounds the length-scale that the curves are drawn with.
  @Test func howSmooth() throws {
    func share(_ length: Double) throws -> Double {
      try Self.passing(length, 2, regret: 0.015)
    }
    for length in [0.1, 0.12, 0.14] { #expect(try share(length) >= 0.9, "\(length)") }
    for length in [0.03, 0.05, 0.3, 1, 3] { #expect(try share(length) <= 0.7, "\(length)") }
  }

  // What a run says

  @Test(
    arguments: [
      (["length-scale": "0.15", "exploration": "2"], ["beats-random", "calibrated"]),
      ([:], ["beats-random", "too-sure"]),
      (["length-scale": "0.04", "exploration": "2"], ["beats-random", "too-unsure"]),
      (["length-scale": "0.03", "exploration": "0.03"], ["loses-to-random", "calibrated"]),
    ] as [([String: String], [String])])
  func findsWhatItIs(turned: [String: String], codes: [String]) throws {
    let outcome = try CurveSearch.outcome(turned, seed: 2)
    #expect(outcome.findings.map(\.code) == codes)
    #expect(outcome.findings[0].measured == outcome["regret"])
    #expect(outcome.findings[0].predicted == outcome["predicted-random-regret"])
    #expect(outcome.findings[1].measured == outcome["coverage"])
  }

  @Test func verdictsTurnAtTheirBounds() {
    #expect(CurveSearch.verdict(coverage: 0.9.nextDown).code == "too-sure")
    #expect(CurveSearch.verdict(coverage: 0.9).code == "calibrated")
    #expect(CurveSearch.verdict(coverage: 0.98).code == "calibrated")
    #expect(CurveSearch.verdict(coverage: 0.98.nextUp).code == "too-unsure")
    #expect(CurveSearch.contest(regret: 1.0.nextDown, random: 1).code == "beats-random")
    #expect(CurveSearch.contest(regret: 1, random: 1).code == "loses-to-random")
  }

  @Test(arguments: ["0.03", "3"], ["lower-bound", "improvement", "probability"])
  func holdsAtAllCorners(length: String, rule: String) throws {
    for looks in ["2", "30"] {
      for (exploration, margin) in [("0.03", "0"), ("100", "1")] {
        let outcome = try CurveSearch.outcome([
          "length-scale": length, "rule": rule, "looks": looks, "exploration": exploration,
          "margin": margin,
        ])
        #expect(Set(outcome.metrics.keys) == Set(CurveSearch.metrics.map(\.name)))
        #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
        #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
        FigureCheck.check(outcome.figures, of: CurveSearch.self)
      }
    }
  }

  /// The knob that the rule does not read does nothing.
  @Test func idleKnobsAreIdle() throws {
    for (rule, knob) in [("lower-bound", "margin"), ("improvement", "exploration")] {
      var settings = CurveSearch.defaults
      try settings.turn("rule", to: rule)
      #expect(CurveSearch.idleKnobs(settings) == [knob])
      let plain = CurveSearch.run(settings, seed: 1)
      try settings.turn(knob, to: "0.7")
      #expect(CurveSearch.run(settings, seed: 1).metrics == plain.metrics)
    }
  }
}
