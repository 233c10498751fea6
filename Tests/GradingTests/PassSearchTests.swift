import Experiments
import Testing
import ToyCourse

@testable import Grading

@Suite struct PassSearchTests {
  private static func middle(_ lines: String, simulation: String = "line") async throws
    -> [String: String]?
  {
    let exercise = try Toys.exercise("simulation: \(simulation)\ntask: t\n" + lines)
    return await PassSearch.middle(of: exercise)?.turned.mapValues(\.text)
  }

  @Test(
    arguments: [
      ("choose: x\npass: x in 0.3 ... 0.5", ["x": "0.4"]),
      ("choose: x\npass: x <= 0.2", ["x": "0.1"]),
      ("choose: rate\npass: rate in 0.05 ... 0.2", ["rate": "0.097"]),
      ("choose: steps\npass: steps in 10 ... 20", ["steps": "15"]),
      ("choose: steps\npass: steps >= 50", ["steps": "50"]),
      ("choose: mode\npass: mode in 1 ... 1", ["mode": "right"]),
      ("choose: x, mode\npass: mode >= 2\npass: x in 0.6 ... 0.8", ["x": "0.7", "mode": "both"]),
      ("choose: x, y\npass: x in 0.2 ... 0.3\npass: y in 0.7 ... 0.8", ["x": "0.25", "y": "0.75"]),
      ("choose: x, y\npass: island <= 0.1", ["x": "0.67", "y": "0.67"]),
      ("choose: x\ngiven: y = 0.9\npass: sum in 1.2 ... 1.4", ["x": "0.4"]),
    ] as [(String, [String: String])])
  func theMiddleIsFound(lines: String, expected: [String: String]) async throws {
    #expect(try await Self.middle(lines) == expected)
  }

  @Test(
    arguments: [
      "choose: x, y, rate\npass: x in 0.3 ... 0.7\npass: y in 0.3 ... 0.7\npass: rate in 0.02 ... 0.3",
      "choose: x, y, steps\npass: sum in 0.8 ... 1.4\npass: steps in 10 ... 30",
      "choose: x, y, steps, mode\npass: x in 0.2 ... 0.8\npass: y < 0.7\npass: steps < 40\npass: mode > 0",
    ])
  func threeKnobsAndMore(lines: String) async throws {
    #expect(try await Self.middle(lines) != nil)
  }

  @Test(
    arguments: [
      "choose: x\npass: x > 1", "choose: x\npass: never < 1", "choose: x\npass: y > 0",
      "choose: x, y\npass: x < 0.2\npass: sum > 1.3",
    ])
  func whatCanNotBePassedHasNoMiddle(lines: String) async throws {
    #expect(try await Self.middle(lines) == nil)
  }

  @Test func chanceIsGradedLikeAnAttempt() async throws {
    let exercise = try Toys.exercise(
      "simulation: coin\ntask: t\nchoose: share\npass: luck >= 1\npass: share <= 0.99")
    let choices = try #require(await PassSearch.middle(of: exercise))
    #expect(choices[Coin.share] > 0.75)
    var grading = Grading(exercise, choices: choices, firstSeed: PassSearch.firstSeed + 200)
    while !grading.isDecided { await grading.advance(by: 16) }
    #expect(grading.grade.passed)
    #expect(
      try await Self.middle(
        "choose: share\npass: luck >= 1\npass: share < 0.5", simulation: "coin") == nil)
  }

  @Test func theSearchHasNoMemory() async throws {
    let lines = "choose: share\npass: luck >= 1"
    let first = try await Self.middle(lines, simulation: "coin")
    #expect(first != nil)
    #expect(try await Self.middle(lines, simulation: "coin") == first)
  }
}
