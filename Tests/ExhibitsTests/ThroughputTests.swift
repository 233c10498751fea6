import Experiments
import Foundation
import Testing

@testable import Exhibits

@Suite struct ThroughputTests {
  static let workload = Workload("sums", batchSizes: [1, 8, 64]) { 64 / $0 }

  @Test func takesTheFastestRound() {
    let throughput = Throughput(
      Self.workload, updates: [64, 8, 1],
      seconds: [[640, 8, 9], [128, 80, 3], [6400, 16, 2]])
    #expect(throughput.points.map(\.secondsPerUpdate) == [2, 1, 2])
    #expect(throughput.points.map(\.samplesPerSecond) == [0.5, 8, 32])
    #expect(throughput.rounds == 3)
  }

  @Test func theFigureShowsThePointsAndTheModel() throws {
    let throughput = Throughput(
      Self.workload, updates: [64, 8, 1], seconds: [[64 * 3, 8 * 10, 66]])
    #expect(throughput.figure.series.map(\.name) == ["measured", "model"])
    #expect(throughput.figure.series[0].y == throughput.points.map(\.samplesPerSecond))
    #expect(try #require(throughput.largestMiss) < 1e-9)
    #expect(abs(try #require(throughput.model?.evenBatchSize) - 2) < 1e-9)
  }

  /// A clock that stood still leaves no model, and nothing traps.
  @Test func standingClocksAreBorne() throws {
    let throughput = Throughput(Self.workload, updates: [64, 8, 1], seconds: [[0, 0, 0]])
    #expect(throughput.model == nil && throughput.largestMiss == nil)
    let text = String(decoding: try JSONEncoder().encode(throughput), as: UTF8.self)
    #expect(text.contains("\"batchSize\":1"))
    #expect(!text.contains("inf"))
  }

  @Test(
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1234, "1,230"), (1_234_567, "1,230,000"),
      (Double.infinity, "∞"),
    ] as [(Double, String)])
  func numbersInGroups(value: Double, text: String) {
    #expect(NumberText.grouped(value) == text)
  }
}
