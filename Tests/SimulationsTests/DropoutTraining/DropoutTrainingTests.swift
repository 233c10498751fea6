import Experiments
import Testing

@testable import Simulations

@Suite struct DropoutTrainingTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try DropoutTraining.outcome(turned, seed: seed)
  }

  /// The ratios of seeds that no lesson shows, by rate; more of them where it is a near thing.
  static let ratios: [String: [Double]] = {
    let pairs = [
      ("0", 2), ("0.1", 10), ("0.2", 10), ("0.3", 10), ("0.4", 24), ("0.5", 20), ("0.9", 8),
    ]
    .map { rate, seeds in
      (
        rate,
        (0..<seeds).compactMap {
          try? outcome(["dropout": rate], seed: 700 + UInt64($0))["loss-over-without"]
        }
      )
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// A little helps, half does not, most hurts: row 4 of the course's figures.
  ///
  /// It is commonly said that 0.1 … 0.4 help and 0.5 hurts a small network. Measured 0.4 still helps,
  /// by a tenth, and 0.5 neither helps nor hurts.
  @Test(arguments: [
    ("0.1", 0.6...0.68), ("0.2", 0.64...0.74), ("0.3", 0.74...0.88), ("0.4", 0.85...0.97),
    ("0.5", 0.95...1.1), ("0.9", 1.4...1.6),
  ])
  func tooLittleEnoughTooMuch(dropout: String, band: ClosedRange<Double>) throws {
    let ratios = try #require(Self.ratios[dropout])
    let mean = Self.mean(ratios)
    let variance = Self.mean(ratios.map { ($0 - mean) * ($0 - mean) })
    let error = (variance / Double(ratios.count - 1)).squareRoot()
    #expect(band.contains(mean) && error < 0.06, "\(mean) \(error)")
    // Which side of 1 it is on, beyond chance.
    let distance = (mean - 1) / error
    #expect(dropout == "0.5" ? abs(distance) < 2 : abs(distance) > 3, "\(mean) \(error)")
  }

  /// Where the gain ends depends on the data: at 20 points a half helps, at 80 even 0.3 hurts.
  @Test(arguments: [("0.5", "20", 0.55...0.71), ("0.3", "80", 1.2...1.45)])
  func theGainDependsOnTheData(dropout: String, size: String, band: ClosedRange<Double>) throws {
    let ratios = try (700..<706).map {
      try #require(
        try Self.outcome(["dropout": dropout, "training-size": size], seed: $0)["loss-over-without"]
      )
    }
    #expect(band.contains(Self.mean(ratios)))
  }

  /// The exercise asks for 0.8 on nine seeds in ten: neither nothing nor a half is an answer.
  @Test(arguments: [("0", 0...0), ("0.1", 9...10), ("0.3", 2...8), ("0.5", 0...0)])
  func theRateToFindIsBetweenNothingAndAHalf(dropout: String, passing: ClosedRange<Int>) throws {
    let ratios = try #require(Self.ratios[dropout])
    #expect(passing.contains(ratios.count { $0 <= 0.8 }))
    if dropout == "0" { #expect(Set(ratios) == [1]) }
  }

  /// Training loss rises with dropout while test loss falls.
  @Test func trainingLossRises() throws {
    let outcome = try Self.outcome(["dropout": "0.1"])
    let with = try #require(outcome["training-loss"])
    let without = try #require(outcome["training-loss-without"])
    #expect(with > 1.1 * without)
    #expect(try #require(outcome["test-loss"]) < #require(outcome["loss-without"]))
    #expect(try #require(outcome["helped"]) >= 12)
  }

  /// Without noise there is little to overfit, and dropout only hurts.
  @Test func withoutNoiseDropoutHurts() throws {
    let outcome = try Self.outcome(["dropout": "0.1", "noise": "0"])
    #expect(try #require(outcome["loss-over-without"]) > 1.5)
    #expect(outcome.findings.map(\.code) == ["dropout-hurts"])
  }

  @Test(arguments: [
    ("0", "no-gain"), ("0.1", "dropout-helps"), ("0.9", "dropout-hurts"), ("1", "nothing-learned"),
  ])
  func findsWhatItIs(dropout: String, code: String) throws {
    let outcome = try Self.outcome(["dropout": dropout])
    let finding = try #require(outcome.findings.first)
    #expect(finding.code == code && finding.measured == outcome["test-loss"])
    let number = NumberText.fixed(try #require(finding.measured), decimals: 3)
    #expect(finding.message.contains(number))
  }

  @Test(arguments: ["0", "0.999999999", "1"], [("1", "10"), ("32", "10"), ("1", "200")])
  func holdsAtAllCorners(dropout: String, shape: (units: String, size: String)) throws {
    for noise in ["0", "1.5"] {
      let outcome = try Self.outcome([
        "dropout": dropout, "hidden-units": shape.units, "training-size": shape.size,
        "noise": noise,
      ])
      #expect(outcome.metrics.count == DropoutTraining.metrics.count)
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      FigureCheck.check(outcome.figures, of: DropoutTraining.self)
    }
  }
}

// Bounds, tried on both sides

extension DropoutTrainingTests {
  @Test(
    arguments: [
      (1.0, 0.5, "nothing-learned"), (1.0.nextDown, 0.5, "dropout-helps"), (0, 0.5, "no-gain"),
      (0, 2, "no-gain"), (1e-9, 0.95, "dropout-helps"), (1e-9, 0.95.nextUp, "no-gain"),
      (0.5, 1.05.nextDown, "no-gain"), (0.5, 1.05, "dropout-hurts"),
    ] as [(Double, Double, String)])
  func verdictsTurnAtTheirBounds(dropout: Double, relativeLoss: Double, code: String) {
    let verdict = DropoutTraining.verdict(dropout: dropout, relativeLoss: relativeLoss)
    #expect(verdict.code == code)
  }
}
