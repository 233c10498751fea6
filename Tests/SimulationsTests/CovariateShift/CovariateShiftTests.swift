import Experiments
import Testing

@testable import Simulations

@Suite struct CovariateShiftTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try CovariateShift.outcome(turned, seed: seed)
  }

  // The figures of the ground truth

  @Test func errorsAreTheGroundTruths() throws {
    #expect(CovariateShift.predictedError(.line, shift: 0) == 1.0 / 180)
    #expect(abs(CovariateShift.predictedError(.line, shift: 1) - 1.33889) < 0.00001)
    #expect(CovariateShift.predictedError(.parabola, shift: 2) == 0)
    // The lines are x − 1/6 there, and 3x − 13/6 where rows are a width further on.
    let places = Spacing.values(4001, over: 0...1, .linear)
    for (start, slope, constant) in [(0.0, 1.0, -1.0 / 6), (1, 3, -13.0 / 6)] {
      let line = FittedPolynomial(.line, start: start, places: places)
      #expect(abs(line.terms[1] - slope) < 1e-9 && abs(line.terms[0] - constant) < 1e-3)
      #expect(line.terms[2] == 0 && abs(line.error(from: start) - 1.0 / 180) < 1e-6)
    }
  }

  // Found otherwise

  /// Errors summed over many places.
  @Test(arguments: [0, 0.3, 1, 2]) func errorsAreSums(shift: Double) {
    let places = (0..<20_000).map { shift + (Double($0) + 0.5) / 20_000 }
    let sum = places.reduce(0) {
      let off = $1 - 1.0 / 6 - $1 * $1
      return $0 + off * off
    }
    let predicted = CovariateShift.predictedError(.line, shift: shift)
    #expect(abs(sum / 20_000 / predicted - 1) < 1e-6)
    let fitted = FittedPolynomial(.line, start: 0, places: [0.1, 0.35, 0.7, 0.72, 0.9])
    let other = places.reduce(0) {
      let off = fitted.value($1) - $1 * $1
      return $0 + off * off
    }
    #expect(abs(other / 20_000 / fitted.error(from: shift) - 1) < 1e-6)
  }

  /// The right form is right everywhere; the wrong one where it was fitted.
  @Test func theRightFormHolds() throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let parabola = try Self.outcome(["model": "parabola", "shift": "2"], seed: seed)
      #expect(try #require(parabola["new-error"]) < 1e-20)
      let line = try Self.outcome(["rows": "2000"], seed: seed)
      #expect(abs(try #require(line["new-error"]) - 1.339) < 0.2)
      #expect(abs(try #require(line["refitted-error"]) * 180 - 1) < 0.05)
    }
  }

  // What a run says

  @Test(
    arguments: [
      ([:], "breaks"), (["shift": "0"], "holds"), (["shift": "0.1"], "holds"),
      (["model": "parabola"], "holds"), (["shift": "0.2"], "breaks"),
    ] as [([String: String], String)])
  func findsWhatItIs(turned: [String: String], code: String) throws {
    let outcome = try Self.outcome(turned)
    #expect(outcome.findings.map(\.code) == [code])
    #expect(outcome.findings[0].measured == outcome["new-error"])
    #expect(outcome.findings[0].predicted == outcome["predicted-new-error"])
  }

  @Test(arguments: ["0", "2"], ["10", "2000"]) func holdsAtAllCorners(shift: String, rows: String)
    throws
  {
    for model in ["line", "parabola"] {
      let outcome = try Self.outcome(["shift": shift, "rows": rows, "model": model])
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
      FigureCheck.check(outcome.figures, of: CovariateShift.self)
    }
  }

  @Test func verdictsTurnAtTheirBounds() {
    #expect(CovariateShift.verdict(old: 1, new: 2).code == "holds")
    #expect(CovariateShift.verdict(old: 1, new: 2.0.nextUp).code == "breaks")
    #expect(CovariateShift.verdict(old: 0, new: 0).code == "holds")
  }
}
