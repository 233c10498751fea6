import Experiments
import Testing

@testable import Simulations

@Suite struct RepeatedLookTests {
  /// Twice +1 and −1 at one point: the model is sure of a contradiction.
  @Test(arguments: [(1e-6, 0.0007), (0.09, 0.207)])
  func twoLooks(assumed: Double, claimed: Double) {
    let point = RepeatedPoint(looks: 2, noise: 0.3, assumed: assumed, seed: 1)
    #expect(abs(point.predictedClaimedError / claimed - 1) < 0.015)
    #expect(abs(point.measured.claimed - point.predictedClaimedError) < 1e-8)
    // The error hardly depends on what is assumed: there is little else to believe than the mean.
    #expect(abs(point.predictedError - 0.21) < 0.005)
  }

  /// Assuming the noise that there is, the model is off by what it claims, however often it looked.
  @Test(arguments: [1, 2, 7, 50], [0.01, 0.3, 1])
  func theRightNoiseIsHonest(looks: Int, noise: Double) {
    let point = RepeatedPoint(looks: looks, noise: noise, assumed: noise * noise, seed: 1)
    #expect(abs(point.predictedError / point.predictedClaimedError - 1) < 1e-12)
  }

  /// Squared errors over many seeds.
  @Test(arguments: [(1, 1, 1e-6), (2, 0.3, 1e-6), (5, 0.3, 1), (3, 0.01, 1), (50, 1, 0.09)])
  func measuredIsWhatTheorySays(looks: Int, noise: Double, assumed: Double) {
    let squares = (1...12).map { seed -> Double in
      let error = RepeatedPoint(
        looks: looks, noise: noise, assumed: assumed, seed: UInt64(seed)
      ).measured.error
      return error * error
    }
    let mean = squares.reduce(0, +) / 12
    let spread = squares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let expected = RepeatedPoint(looks: looks, noise: noise, assumed: assumed, seed: 1)
      .predictedError
    #expect(abs(mean - expected * expected) < 4.5 * (spread / (12 * 11)).squareRoot())
  }

  @Test(
    arguments: [
      ("0.3", "1e-6", "overconfident"), ("0.3", "0.09", "honest"), ("0.01", "1", "timid"),
    ])
  func findsWhatItIs(noise: String, assumed: String, code: String) throws {
    let outcome = try RepeatedLook.outcome([
      "noise": noise, "assumed-noise": assumed, "looks": code == "timid" ? "50" : "2",
    ])
    #expect(outcome.findings.map(\.code) == [code])
    #expect(outcome.findings[0].predicted == outcome["predicted-error"])
    #expect(outcome.findings[0].measured == outcome["error"])
  }

  @Test func verdictsTurnAtTheirBounds() {
    #expect(RepeatedLook.verdict(error: 2, claimed: 1).code == "honest")
    #expect(RepeatedLook.verdict(error: 2.0.nextUp, claimed: 1).code == "overconfident")
    #expect(RepeatedLook.verdict(error: 0.5, claimed: 1).code == "honest")
    #expect(RepeatedLook.verdict(error: 0.5.nextDown, claimed: 1).code == "timid")
  }

  @Test(arguments: ["1", "50"], ["1e-6", "1"]) func holdsAtAllCorners(
    looks: String, assumed: String
  ) throws {
    for noise in ["0.01", "1"] {
      let outcome = try RepeatedLook.outcome([
        "looks": looks, "assumed-noise": assumed, "noise": noise,
      ])
      #expect(Set(outcome.metrics.keys) == Set(RepeatedLook.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 > 0 })
      let claimed = try #require(outcome["claimed-error"])
      let exact = try #require(outcome["predicted-claimed-error"])
      #expect(abs(claimed / exact - 1) < 1e-7)
      FigureCheck.check(outcome.figures, of: RepeatedLook.self)
    }
  }
}
