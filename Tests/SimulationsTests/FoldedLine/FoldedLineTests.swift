import Experiments
import Learning
import Testing

@testable import Simulations

@Suite struct FoldedLineTests {
  static func outcome(depth: Int, units: Int, seed: UInt64 = 1) throws -> Outcome {
    try FoldedLine.outcome(["depth": .integer(depth), "units": .integer(units)], seed: seed)
  }

  // Row 8 of the course's figures: k tent maps of two units each make 2ᵏ pieces

  @Test(arguments: 5...10)
  func tentMapsDouble(depth: Int) throws {
    let outcome = try Self.outcome(depth: depth, units: 2 * depth)
    #expect(outcome["pieces"] == Double(1 << depth))
    #expect(outcome["predicted-pieces"] == outcome["pieces"])
    #expect(outcome["shallow-pieces"] == Double(2 * depth))
    #expect(outcome["hidden-units"] == Double(2 * depth))
  }

  /// Of networks with two units a layer, at most 14 units and 60 pieces leave depth 6 and 7.
  @Test func sixOrSevenTentMapsMakeSixtyPieces() throws {
    let passing = try (5...10).filter { depth in
      let outcome = try Self.outcome(depth: depth, units: 2 * depth)
      return try #require(outcome["pieces"]) >= 60 && #require(outcome["hidden-units"]) <= 14
    }
    #expect(passing == [6, 7])
  }

  /// With layers of two units each only depths 6 and 7 pass; dealt out, wider layers fold too.
  ///
  /// That is how the exercise has it: 14 units pass at depths 3 to 8, 12 units at 3 to 6.
  @Test(
    arguments: [
      (11, []), (12, [3, 4, 5, 6]), (13, [3, 4, 5, 6, 7]), (14, [3, 4, 5, 6, 7, 8]),
    ] as [(Int, [Int])])
  func dealtOutUnitsPassAtMoreDepths(units: Int, depths: [Int]) throws {
    let passing = try (1...10).filter {
      try #require(try Self.outcome(depth: $0, units: units)["pieces"]) >= 60
    }
    #expect(passing == depths)
  }

  @Test(arguments: 1...10, [10, 11, 13, 17, 22, 29, 30])
  func countingAgreesWithTheory(depth: Int, units: Int) throws {
    let outcome = try Self.outcome(depth: depth, units: units, seed: 3)
    #expect(outcome["pieces"] == outcome["predicted-pieces"])
    #expect(outcome["shallow-pieces"] == Double(units))
    FigureCheck.check(outcome.figures, of: FoldedLine.self)
    #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
  }

  @Test(arguments: [
    (1, 12, "one-layer"), (4, 12, "folds-multiply"), (10, 12, "too-thin"), (10, 10, "too-thin"),
  ])
  func namesWhatItFound(depth: Int, units: Int, code: String) throws {
    let outcome = try Self.outcome(depth: depth, units: units)
    #expect(outcome.findings.map(\.code) == [code, "random-weights"])
    #expect(outcome.findings[0].measured == outcome["pieces"])
    #expect(outcome.findings[1].measured == outcome["random-pieces"])
  }

  /// One layer has at most one piece more than units; deeper random networks come nowhere near
  /// what folding reaches.
  @Test func randomWeightsDoNotFold() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let one = try #require(try Self.outcome(depth: 1, units: 12, seed: seed)["random-pieces"])
      #expect(one <= 13 && one > 10)
      let four = try #require(try Self.outcome(depth: 4, units: 12, seed: seed)["random-pieces"])
      #expect(four < 20)
    }
  }

  @Test func onlyRandomWeightsDependOnTheSeed() throws {
    let outcomes = try (0..<3).map { try Self.outcome(depth: 3, units: 15, seed: $0) }
    for metric in FoldedLine.metrics {
      #expect((Set(outcomes.map { $0[metric] }).count == 1) == metric.isExact, "\(metric.name)")
    }
  }
}

// Bounds, tried on both sides

extension FoldedLineTests {
  @Test(
    arguments: [
      (1, 20, "one-layer"), (2, 22, "folds-multiply"), (2, 21, "too-thin"),
    ] as [(Int, Int, String)])
  func verdictsTurnAtTheirBounds(depth: Int, pieces: Int, code: String) {
    #expect(FoldedLine.verdict(depth: depth, pieces: pieces, most: 21).code == code)
  }
}
