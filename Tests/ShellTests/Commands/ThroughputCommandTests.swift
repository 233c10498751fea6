import Exhibits
import Experiments
import Testing

@testable import Shell

@Suite struct ThroughputCommandTests {
  static let workload = Workload("sums", batchSizes: [1, 8, 64]) { 64 / $0 }

  static func report(_ words: [String], _ workload: Workload? = workload) async throws -> Report {
    var context = Fixture.context()
    context.workload = workload
    return try await Program.run(["throughput"] + words, context)
  }

  @Test func measuresWhatItIsGiven() async throws {
    let text = try await Self.report(["--rounds", "3"]).text
    #expect(text.contains("sums"))
    #expect(text.contains("fastest of 3 rounds"))
    #expect(text.contains("samples a second"))
    let fields = try Fixture.fields(try await Self.report(["--json"]).text)
    #expect(fields["rounds"] as? Int == 15)
    let points = try #require(fields["points"] as? [[String: Any]])
    #expect(points.map { $0["batchSize"] as? Int } == [1, 8, 64])
    #expect(points.map { $0["updates"] as? Int } == [64, 8, 1])
  }

  @Test(arguments: ["0", "102", "-1", "many", "9e9"])
  func refusesOtherRounds(rounds: String) async {
    await #expect(throws: Refusal.self) { try await Self.report(["--rounds", rounds]) }
  }

  @Test func withoutWorkThereIsNothingToTime() async {
    await #expect(throws: Refusal.self) { try await Self.report([], nil) }
  }
}
