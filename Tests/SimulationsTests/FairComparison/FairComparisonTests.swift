import Experiments
import Numerics
import Testing

@testable import Simulations

@Suite struct FairComparisonTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try FairComparison.outcome(turned, seed: seed)
  }

  /// Chances resampled from 300 real trainings of two settings of a network by another program: same
  /// splits and different ones after 1 … 6 runs, at the gap, deviation and correlation that it found.
  @Test(
    arguments: [
      (1, 0.777, 0.684), (2, 0.920, 0.804), (3, 0.968, 0.869), (4, 0.983, 0.908),
      (5, 0.992, 0.935), (6, 0.997, 0.952),
    ])
  func realComparisons(runs: Int, same: Double, different: Double) {
    let judges = Judges(gap: 0.029, deviation: 0.0285, correlation: 0.6, seed: 1)
    #expect(abs(judges.chance(runs, .same) - same) < 0.012)
    #expect(abs(judges.chance(runs, .different) - different) < 0.012)
  }

  /// Common splits save half of the trainings.
  @Test func sameSplitsNeedHalfTheRuns() {
    let judges = Judges(gap: 0.029, deviation: 0.0285, correlation: 0.6, seed: 1)
    let needed = FairComparison.Pairing.allCases.map { pairing in
      (1...30).first { judges.chance($0, pairing) >= 0.95 }
    }
    #expect(needed == [3, 6])
  }

  /// The formula by hand, on both kinds of splits.
  @Test func chancesByHand() {
    let judges = Judges(gap: 0.05, deviation: 0.06, correlation: 0.36, seed: 1)
    // Two runs: (3 − 1/4) rows apart, of √(2 · 3.6² · 0.64/2 + 1/12) and √(3.6² + 1/12).
    for (pairing, variance) in [
      (FairComparison.Pairing.same, 3.6 * 3.6 * 0.64 + 1.0 / 12),
      (.different, 3.6 * 3.6 + 1.0 / 12),
    ] {
      let wanted = BellCurve.below(2.75 / variance.squareRoot())
      #expect(abs(judges.chance(2, pairing) - wanted) < 1e-9)
    }
    let apart = Judges(gap: 0.05, deviation: 0.06, correlation: 0, seed: 1)
    #expect(apart.chance(7, .same) == apart.chance(7, .different))
  }

  /// Comparisons agree with the formula; on 16 seeds means are known to 0.004.
  @Test(
    arguments: ["same", "different"],
    [("1", "0.03", "0.03", "0.5"), ("4", "0.01", "0.05", "0.8"), ("12", "0.1", "0.1", "0")])
  func agreesWithTheory(pairing: String, knobs: (String, String, String, String)) throws {
    let all = try (1...16).map {
      try Self.outcome(
        [
          "pairing": pairing, "runs": knobs.0, "gap": knobs.1, "deviation": knobs.2,
          "correlation": knobs.3,
        ], seed: $0)
    }
    let mean = try all.reduce(0) { try $0 + #require($1["right-share"]) } / 16
    let theory = try #require(all[0]["predicted-right-share"])
    #expect(abs(mean - theory) < 0.03 * theory, "\(mean) for \(theory)")
    for outcome in all {
      let shares = ["right-share", "tied-share", "wrong-share"].compactMap { outcome[$0] }
      #expect(abs(shares.reduce(0, +) - 1) < 1e-9 && shares.count == 3)
    }
  }

  /// One comparison after the other, drawn once more.
  @Test(arguments: [FairComparison.Pairing.same, .different])
  func verdictsByHand(pairing: FairComparison.Pairing) {
    let judges = Judges(gap: 0.04, deviation: 0.05, correlation: 0.25, seed: 9)
    var (right, tied) = (0, 0)
    for number in 0..<1000 {
      func draws(_ name: String) -> [Double] {
        var stream = RandomStream(seed: 9, name, number)
        return (0..<3).map { _ in stream.normal() }
      }
      var levels = RandomStream(seed: 9, "level", number)
      let level = levels.uniform()
      let (splits, others) = (draws("splits"), draws("other splits"))
      let (better, worse) = (draws("better"), draws("worse"))
      let lead = (0..<3).reduce(0.0) { sum, run in
        let shared = pairing == .same ? splits[run] : others[run]
        let high = 60 * (0.04 + 0.05 * (0.5 * splits[run] + 0.75.squareRoot() * better[run]))
        let low = 60 * 0.05 * (0.5 * shared + 0.75.squareRoot() * worse[run])
        return sum + (level + high).rounded() - (level + low).rounded()
      }
      right += lead > 0 ? 1 : 0
      tied += lead == 0 ? 1 : 0
    }
    let found = judges.verdicts(upTo: 3, pairing)[2]
    #expect(abs(found.right - Double(right) / 1000) < 1e-9)
    #expect(abs(found.tied - Double(tied) / 1000) < 1e-9)
    // Fewer runs are the first of more.
    #expect(judges.verdicts(upTo: 9, pairing)[2].right == found.right)
  }

  /// More runs, a wider gap and less spread all help.
  @Test func chancesRise() {
    func chance(_ runs: Int, _ gap: Double, _ deviation: Double, _ correlation: Double) -> Double {
      Judges(gap: gap, deviation: deviation, correlation: correlation, seed: 1)
        .chance(runs, .same)
    }
    let usual = chance(3, 0.03, 0.03, 0.5)
    #expect(chance(4, 0.03, 0.03, 0.5) > usual && chance(3, 0.04, 0.03, 0.5) > usual)
    #expect(chance(3, 0.03, 0.02, 0.5) > usual && chance(3, 0.03, 0.03, 0.6) > usual)
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(Judges.verdict(chance: 0.95).code == "reliable")
    #expect(Judges.verdict(chance: 0.95.nextDown).code == "unreliable")
  }

  @Test(arguments: [("1", "unreliable"), ("30", "reliable")])
  func findsWhatItIs(runs: String, code: String) throws {
    let outcome = try Self.outcome(["runs": runs])
    #expect(outcome.findings.map(\.code) == [code])
    #expect(outcome.findings[0].predicted == outcome["predicted-right-share"])
    #expect(outcome.findings[0].measured == outcome["right-share"])
    #expect(outcome["trainings"] == 2 * (Double(runs) ?? 0))
  }

  @Test(arguments: ["1", "30"], ["same", "different"]) func holdsAtAllCorners(
    runs: String, pairing: String
  ) throws {
    for (gap, deviation, correlation) in [
      ("0.002", "0.1", "0"), ("0.1", "0.02", "0.8"), ("0.002", "0.02", "0.8"),
    ] {
      let outcome = try Self.outcome([
        "runs": runs, "pairing": pairing, "gap": gap, "deviation": deviation,
        "correlation": correlation,
      ])
      #expect(Set(outcome.metrics.keys) == Set(FairComparison.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
      #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
      FigureCheck.check(outcome.figures, of: FairComparison.self)
    }
  }
}

/// The normal distribution by adding up its bell.
private enum BellCurve {
  static func below(_ end: Double) -> Double {
    0.5
      + Simpson.integral(from: 0, to: end, parts: 2000) {
        Elementary.exp(-0.5 * $0 * $0) / (2 * Double.pi).squareRoot()
      }
  }
}
