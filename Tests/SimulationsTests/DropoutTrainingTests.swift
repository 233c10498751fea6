import Experiments
import Testing

@testable import Simulations

@Suite struct DropoutTrainingTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    var settings = DropoutTraining.defaults
    for (knob, text) in turned { try settings.turn(knob, to: text) }
    return DropoutTraining.run(settings, seed: seed)
  }

  static func ratios(_ dropout: String) throws -> [Double] {
    try (0..<8).map {
      try #require(try outcome(["dropout": dropout], seed: 700 + $0)["relative-loss"])
    }
  }

  static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// A little helps, half does not, most hurts: row 4 of the course's figures.
  @Test func tooLittleEnoughTooMuch() throws {
    #expect(try Self.ratios("0").allSatisfy { $0 == 1 })
    let (few, some) = (Self.mean(try Self.ratios("0.1")), Self.mean(try Self.ratios("0.2")))
    let (half, most) = (Self.mean(try Self.ratios("0.5")), Self.mean(try Self.ratios("0.9")))
    #expect((0.6...0.74).contains(few) && (0.6...0.78).contains(some))
    #expect((0.9...1.25).contains(half) && (1.3...1.7).contains(most))
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
    #expect(try #require(outcome["relative-loss"]) > 1.5)
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
