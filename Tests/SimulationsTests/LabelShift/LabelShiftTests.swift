import Experiments
import Numerics
import Testing

@testable import Simulations

@Suite struct LabelShiftTests {
  static func outcome(_ turned: [String: SettingValue] = [:], seed: UInt64 = 1) throws -> Outcome {
    try LabelShift.outcome(turned, seed: seed)
  }

  // The figures of the ground truth

  @Test(
    arguments: [
      (0.5, 0, 0.841), (0.2, 0.693, 0.888), (0.1, 1.099, 0.930), (0.05, 1.472, 0.960),
    ] as [(Double, Double, Double)])
  func bestThresholdsAreTheGroundTruths(share: Double, threshold: Double, accuracy: Double) {
    let best = LabelShift.bestThreshold(share: share)
    #expect(abs(best - threshold) < 0.0006)
    let found = LabelShift.accuracy(share: share, threshold: best)
    #expect(abs(found - accuracy) < 0.0006)
    for off in [-0.05, 0.05] {
      #expect(LabelShift.accuracy(share: share, threshold: best + off) < found)
    }
    // The stale threshold is right as often at every share, and at a tenth worse than never.
    #expect(abs(LabelShift.accuracy(share: share, threshold: 0) - 0.8413) < 0.0001)
  }

  /// A line fitted to a parabola: where rows lie matters to a model that lacks the right form.
  ///
  /// By sums over 20,000 places, for x² on [0, 1] and on [1, 2], and for a parabola fitted to it.
  @Test func covariateShiftHurtsTheWrongForm() {
    func places(_ low: Double) -> [Double] {
      (0..<20_000).map { low + (Double($0) + 0.5) / 20_000 }
    }
    func fit(_ places: [Double]) -> (slope: Double, start: Double) {
      let count = Double(places.count)
      let mean = places.reduce(0, +) / count
      let squares = places.reduce(0) { $0 + $1 * $1 } / count
      let covariance = places.reduce(0) { $0 + ($1 - mean) * ($1 * $1 - squares) }
      let slope = covariance / places.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (slope, squares - slope * mean)
    }
    func error(_ line: (slope: Double, start: Double), _ places: [Double]) -> Double {
      places.reduce(0) {
        let off = line.slope * $1 + line.start - $1 * $1
        return $0 + off * off
      } / Double(places.count)
    }
    let (then, now) = (places(0), places(1))
    let (line, anew) = (fit(then), fit(now))
    #expect(abs(line.slope - 1) < 1e-6 && abs(line.start + 1.0 / 6) < 1e-6)
    #expect(abs(anew.slope - 3) < 1e-6 && abs(anew.start + 13.0 / 6) < 1e-6)
    #expect(abs(error(line, then) - 1.0 / 180) < 1e-6)
    #expect(abs(error(line, now) - 1.33889) < 1e-5)
    #expect(abs(error(anew, now) - 1.0 / 180) < 1e-6)
  }

  // Found otherwise

  /// The mean over seeds is what theory says.
  @Test(arguments: [(0.5, 0), (0.1, 0), (0.01, 2.2), (0.2, -3)])
  func measuredIsWhatTheorySays(share: Double, threshold: Double) throws {
    let outcomes = try (1...100).map {
      try Self.outcome(["positive-share": .real(share), "threshold": .real(threshold)], seed: $0)
    }
    for name in ["accuracy", "retuned-accuracy", "never-accuracy"] {
      let values = outcomes.compactMap { $0[name] }
      let predicted = try #require(outcomes[0]["predicted-\(name)"])
      let mean = values.reduce(0, +) / 100
      let error = (predicted * (1 - predicted) / 2000 / 100).squareRoot()
      #expect(abs(mean - predicted) < 4 * error, "\(name)")
    }
  }

  /// The densities of both classes, weighted by their shares, cross at the best threshold.
  @Test(arguments: [0.5, 0.2, 0.01]) func classesAreAsLikelyThere(share: Double) {
    let best = LabelShift.bestThreshold(share: share)
    let (positive, negative) = (
      share * Elementary.exp(-0.5 * (best - 1) * (best - 1)),
      (1 - share) * Elementary.exp(-0.5 * (best + 1) * (best + 1))
    )
    #expect(abs(positive / negative - 1) < 1e-12)
  }

  // What a run says

  @Test(
    arguments: [
      (0.1, 0, ["stale", "worse-than-never"]), (0.5, 0, ["fits"]), (0.2, 0, ["stale"]),
      (0.1, 1, ["fits"]), (0.05, 3, ["fits"]), (0.5, 3, ["stale"]),
    ] as [(Double, Double, [String])])
  func findsWhatItIs(share: Double, threshold: Double, codes: [String]) throws {
    let outcome = try Self.outcome([
      "positive-share": .real(share), "threshold": .real(threshold),
    ])
    #expect(outcome.findings.map(\.code) == codes)
    #expect(outcome.findings[0].measured == outcome["accuracy"])
    #expect(outcome.findings[0].predicted == outcome["predicted-accuracy"])
  }

  @Test(arguments: [0.01, 0.5], [-3, 3]) func holdsAtAllCorners(share: Double, threshold: Double)
    throws
  {
    for rows in [100, 10_000] {
      let outcome = try Self.outcome([
        "positive-share": .real(share), "threshold": .real(threshold), "rows": .integer(rows),
      ])
      #expect(outcome.metrics.values.allSatisfy { (0...1).contains($0) })
      FigureCheck.check(outcome.figures, of: LabelShift.self)
    }
  }

  // Bounds, tried on both sides

  @Test func verdictsTurnAtTheirBounds() {
    #expect(LabelShift.verdict(accuracy: 0.5, best: 0.51).code == "stale")
    #expect(LabelShift.verdict(accuracy: 0.5, best: 0.51.nextDown.nextDown).code == "fits")
    #expect(!LabelShift.isWorseThanNever(accuracy: 0.9, never: 0.9))
    #expect(LabelShift.isWorseThanNever(accuracy: 0.9.nextDown, never: 0.9))
  }
}
