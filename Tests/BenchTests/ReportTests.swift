import Foundation
import Testing

@testable import knobs_bench

@Suite struct ReportTests {
  /// Work that counts for nothing but its answer.
  static let work = Work(
    "nothing", "no \"work\" at all",
    baseline: Work.Baseline(timeName: "otherMilliseconds", ratioName: "timesFaster") { 7 },
    figures: { [Work.Figure(name: "twice", value: 2 * $0)] }, run: { 0xabc })

  @Test(arguments: [1, 2, 5])
  func jsonKeepsItsContract(runs: Int) async throws {
    let text = try Report.json([await Measurement(Self.work, runs: runs)])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [[String: Any]]])
    let result = try #require(document["results"]?.first)
    #expect(
      result.keys.sorted() == [
        "checksum", "maximumMilliseconds", "medianMilliseconds", "minimumMilliseconds", "name",
        "otherMilliseconds", "runs", "timesFaster", "twice", "work",
      ])
    #expect(result["name"] as? String == "nothing" && result["runs"] as? Int == runs)
    #expect(result["checksum"] as? String == "0000000000000abc")
    let row = try #require(
      try JSONDecoder().decode([String: [Row]].self, from: Data(text.utf8))["results"]?.first)
    #expect(row.twice == 2 * row.medianMilliseconds)
    #expect(row.minimumMilliseconds <= row.medianMilliseconds)
    #expect(row.maximumMilliseconds >= row.medianMilliseconds)
  }

  /// The numbers of a result; `JSONSerialization` reads many of them a bit off, a decoder does not.
  private struct Row: Decodable {
    let medianMilliseconds: Double
    let minimumMilliseconds: Double
    let maximumMilliseconds: Double
    let twice: Double
  }

  @Test func tableHasALineForEachWork() async {
    let result = await Measurement(Self.work, runs: 1)
    let lines = Report.table([result, result]).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("work") && lines[0].hasSuffix("checksum"))
    #expect(lines[1].hasPrefix("nothing") && lines[1].contains("0000000000000abc"))
    #expect(lines[1].contains("times faster"))
  }
}
