import Experiments
import Testing

@testable import Simulations

@Suite struct GradientChainTests {
  typealias Unit = GradientChain.Unit

  static func outcome(_ unit: Unit, depth: Int = 10, weight: Double = 1) throws -> Outcome {
    try GradientChain.outcome([
      "activation": unit.settingValue, "depth": .integer(depth), "weight": .real(weight),
    ])
  }

  // Row 8 of the course's figures: a sigmoid chain's gradient is at most 0.25ᴸ∏|w|

  @Test(arguments: [0.1, 0.5, 1, 1.62, 3, 10])
  func theBoundHolds(weight: Double) throws {
    for depth in 1...50 {
      for unit in Unit.allCases {
        let outcome = try Self.outcome(unit, depth: depth, weight: weight)
        let gradient = try #require(outcome["gradient"])
        let bound = try #require(outcome["bound"])
        #expect(gradient <= bound * (1 + 1e-12) && gradient >= 0)
        if unit == .sigmoid {
          #expect(bound == (0.25 * weight).raised(to: depth))
        }
      }
    }
  }

  /// No weight lifts the factor of a sigmoid above the largest value of (1 − h)·ln(h/(1 − h)).
  @Test func noWeightSavesASigmoid() throws {
    let factors = try (0...200).map { index in
      try #require(
        try Self.outcome(.sigmoid, weight: 0.1 + 9.9 * Double(index) / 200)["predicted-factor"])
    }
    #expect(try abs(#require(factors.max()) - 0.27846) < 1e-4)
  }

  @Test(
    arguments: [
      (.sigmoid, 1, "vanishing-gradient"), (.relu, 1, "steady-gradient"),
      (.relu, 2, "exploding-gradient"), (.identity, 0.5, "vanishing-gradient"),
      (.tanh, 1, "steady-gradient"), (.tanh, 2, "vanishing-gradient"),
    ] as [(Unit, Double, String)])
  func namesWhatItFound(unit: Unit, weight: Double, code: String) throws {
    let outcome = try Self.outcome(unit, weight: weight)
    #expect(outcome.findings.map(\.code) == [code])
    #expect(outcome.findings[0].predicted == outcome["predicted-factor"])
    #expect(outcome.findings[0].measured == outcome["factor"])
  }

  @Test(arguments: [(0.5, 10), (0.2, 5)])
  func countsTheLayersToAThousandth(weight: Double, layers: Double) throws {
    #expect(try Self.outcome(.relu, weight: weight)["layers-to-thousandth"] == layers)
    #expect(try Self.outcome(.relu, weight: 1)["layers-to-thousandth"] == nil)
  }

  @Test(arguments: [(0.8, false), (0.86, true), (0.94, true), (1.05, true), (1.1, false)])
  func theExerciseHasAnAnswerOnBothSidesOfWhichItFails(weight: Double, passes: Bool) throws {
    let gradient = try #require(
      try Self.outcome(.tanh, depth: 20, weight: weight)["gradient"])
    #expect((gradient >= 0.005) == passes)
  }

  @Test(arguments: Unit.allCases, [0.1, 1, 10])
  func everyCornerIsSound(unit: Unit, weight: Double) throws {
    for depth in [1, 50] {
      let outcome = try Self.outcome(unit, depth: depth, weight: weight)
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
      FigureCheck.check(outcome.figures, of: GradientChain.self)
      #expect(outcome.cost.multiplyAdds == 3 * depth)
      let gradients = outcome.figures[0].series[0]
      #expect(gradients.y.first == outcome["gradient"] || unit != .relu)
      #expect(gradients.y.last == 1 && gradients.x.count == depth + 1)
    }
  }
}

// Bounds, tried on both sides

extension GradientChainTests {
  @Test(
    arguments: [
      (0.01, "vanishing-gradient"), (0.01.nextUp, "steady-gradient"),
      (100.0.nextDown, "steady-gradient"), (100, "exploding-gradient"),
    ] as [(Double, String)])
  func verdictsTurnAtTheirBounds(gradient: Double, code: String) {
    #expect(GradientChain.verdict(gradient: gradient).code == code)
  }

  /// Three tenths make a thousandth; a hair more does not.
  @Test func aThousandthCounts() {
    func layers(_ weight: Double) -> Int? {
      UnitChain(.identity, weight: weight, depth: 9).layersToThousandth
    }
    #expect(layers(0.1 - 1e-12) == 3 && layers(0.1 + 1e-12) == 4)
  }
}
