import Course
import Experiments
import Markdown
import Testing

@testable import Authoring

/// That what the bundled lessons say is so, and that their exercises are fair.
@Suite struct RuleTests {
  private static func faults(_ rule: any Rule.Type, in name: String) async throws -> [String] {
    let entry = try #require(Bundled.entries.first { $0.name == name })
    let subject = Subject(
      folder: Bundled.folder, entry: entry, lines: [], document: Document(""),
      pack: Bundled.entries)
    return await rule.faults(in: subject, .none).map(\.text)
  }

  @Test(arguments: Bundled.entries.map(\.name))
  func whatIsPromisedHoldsOverSeeds(name: String) async throws {
    #expect(try await Self.faults(Promises.self, in: name) == [])
  }

  @Test(arguments: Bundled.entries.map(\.name))
  func predictionsHaveAnswersThatAGuessDoesNotMeet(name: String) async throws {
    #expect(try await Self.faults(Predictions.self, in: name) == [])
  }

  @Test(arguments: Bundled.entries.map(\.name))
  func exercisesAreFair(name: String) async throws {
    #expect(try await Self.faults(Fairness.self, in: name) == [])
  }
}
