import Lessons
import Testing

@testable import Authoring

@Suite struct PredictionsTests {
  private static func faults(_ simulation: String, _ lines: String) async throws -> [LessonFault] {
    let lines = lines.split(separator: ";").map { $0.drop { $0 == " " } }.joined(separator: "\n")
    let subject = try Toys.subject(
      "```predict p\nsimulation: \(simulation)\nquestion: q\n\(lines)\n```")
    #expect(subject.entry.faults.map(\.text) == [])
    return await Predictions.faults(in: subject, .none)
  }

  @Test(arguments: [
    ("plane", "set: x = 0.5; ask: x; tolerance: 10%"),
    ("plane", "set: x = 0.5; ask: x; tolerance: 0.15"),
    ("plane", "set: mode = both; ask: mode; tolerance: 1"),
    ("plane", "set: x = 0.5; ask: x; tolerance: 30%"),
    ("plane", "ask: x; tolerance: 0.25"),
    ("plane", "ask: nothing; tolerance: 0"),
    ("plane", "set: mode = both; ask: mode; tolerance: 0"),
    ("dice", "set: x = 0.25; ask: error; tolerance: 20%"),
    ("dice", "set: x = 0.25; ask: fixed; tolerance: 1%"),
  ])
  func aFairQuestionIsAccepted(simulation: String, lines: String) async throws {
    #expect(try await Self.faults(simulation, lines) == [])
  }

  @Test(arguments: [
    ("set: x = 1; ask: steepness; tolerance: 10%", "p has no answer: steepness is ∞; "),
    ("ask: never; tolerance: 10%", "p has no answer: never is never; "),
    ("ask: nothing; tolerance: 10%", "p is answered by 0, of which every share is 0; "),
    ("set: x = 0.5; ask: x; tolerance: 0%", "p accepts nothing but x to the last digit, 0.5; "),
    ("set: x = 0.5; ask: x; tolerance: 0", "p accepts nothing but x to the last digit, 0.5; "),
    ("set: x = 0.5; ask: x; tolerance: 100%", "p accepts a guess of 0 for x, which is 0.5000; "),
    ("set: x = 0.5; ask: x; tolerance: 0.5", "p accepts a guess of 0 for x, which is 0.5000; "),
    (
      "set: x = 0.5; ask: x; tolerance: 60%",
      "p accepts a guess: everything from 0.200 to 0.800 for x, which is 0.5000; "
        + "narrow the tolerance to 30 % or less"
    ),
    ("set: x = 0.5; ask: x; tolerance: 31%", "p accepts a guess: everything from 0.345 to 0.655"),
    ("ask: x; tolerance: 0.26", "p accepts a guess: x is 0, and turning any one knob moves it "),
    ("ask: nothing; tolerance: 0.1", "p accepts a guess: nothing is 0, and turning any one "),
    ("ask: x; tolerance: 1000000", "p accepts a guess: x is 0, and turning any one knob moves "),
    ("set: x = 0.5; ask: x; tolerance: 0.3", "p accepts a guess: everything from 0.200 to 0.800"),
    ("set: mode = both; ask: mode; tolerance: 1.1", "p accepts a guess: everything from 0.900 to "),
    (
      "set: x = 0.9; ask: x; tolerance: 0.4",
      "p accepts a guess: everything from 0.500 to 1.30 for x, which is 0.9000; "
        + "narrow the tolerance to 0.27 (30 % of it) or less"
    ),
  ])
  func aQuestionThatAGuessMeetsIsRefused(lines: String, message: String) async throws {
    let faults = try await Self.faults("plane", lines)
    #expect(faults.map(\.line) == [8])
    #expect(faults.allSatisfy { $0.message.hasPrefix(message) }, "\(faults)")
    #expect(faults.allSatisfy { $0.severity == .fault })
  }

  @Test func aQuestionOfLuckIsPointedOut() async throws {
    let faults = try await Self.faults("dice", "ask: weather; tolerance: 20%")
    #expect(faults.count == 1)
    #expect(faults.allSatisfy { $0.message.hasPrefix("p asks for luck: the answer of only ") })
    #expect(faults.allSatisfy { $0.severity == .advice })
  }

  @Test(arguments: [
    ("plane", "case: a | x = 0.5; case: b | x = 0.25; ask: lowest x"),
    ("plane", "set: y = 1; case: a | x = 0.5; case: b | x = 0.25; ask: highest ridge"),
    ("plane", "case: a | x = 1; case: b | x = 0.25; case: c | x = 0; ask: highest steepness"),
    ("dice", "case: a | x = 0.5; case: b | x = 0.1; ask: lowest error"),
    ("dice", "case: a | x = 0.5; case: b | x = 0.1; ask: highest fixed"),
  ])
  func whichIsAskedOfWhatStandsApart(simulation: String, lines: String) async throws {
    #expect(try await Self.faults(simulation, lines) == [])
  }

  @Test(arguments: [
    (
      "plane", "case: a | x = 0.5; case: b | x = 0.25; ask: lowest nothing",
      "p has no answer: no one run has the lowest nothing (0, 0); ask for what tells them apart"
    ),
    (
      "plane", "case: a | x = 0.5; case: b | x = 0.25; ask: highest never",
      "p has no answer: no one"
    ),
    (
      "plane", "case: a | x = 0.5; case: b | x = 0.500001; ask: lowest x",
      "p cannot be told: the lowest x is 0.500 of \"a\" and of \"b\"; move the cases apart"
    ),
    (
      "dice", "case: a | x = 0.5, spread = 0.2; case: b | x = 0.45, spread = 0; ask: lowest error",
      "p asks for luck: the "
    ),
    (
      "dice", "case: a | x = 0.5; case: b | x = 0.1; ask: highest weather",
      "p has no answer: no one"
    ),
    (
      "dice", "case: a | luck = 0.6, x = 0.45; case: b | luck = 0.4, x = 0.45; ask: highest win",
      "p "
    ),
  ])
  func whichIsNotAskedOfNoise(simulation: String, lines: String, message: String) async throws {
    let faults = try await Self.faults(simulation, lines)
    #expect(faults.map(\.line) == [8])
    #expect(faults.allSatisfy { $0.message.hasPrefix(message) }, "\(faults)")
    #expect(faults.allSatisfy { $0.severity == .fault })
  }
}
