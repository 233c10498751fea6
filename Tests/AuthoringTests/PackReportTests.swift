import Lessons
import Testing

@testable import Authoring

@Suite struct PackReportTests {
  static func finding(_ file: String, _ line: Int, _ column: Int, isAdvice: Bool = false)
    -> PackReport.Finding
  {
    PackReport.Finding(
      rule: "r",
      fault: LessonFault(
        file: file, line: line, column: column, message: "m",
        severity: isAdvice ? .advice : .fault))
  }

  @Test func findingsAreInOrderAndOnce() {
    let found = [
      Self.finding("b", 1, 1), Self.finding("./a", 10, 1), Self.finding("a", 9, 2, isAdvice: true),
      Self.finding("a", 9, 2), Self.finding("a", 10, 1), Self.finding("a", 9, 1),
    ]
    let report = PackReport(folder: ".", files: ["./a", "b"], found: found)
    #expect(report.files == ["a", "b"] && report.lessons == 2)
    #expect(
      report.findings.map(\.fault.text) == [
        "a:9:1: m", "a:9:2: m", "a:9:2: m", "a:10:1: m", "b:1:1: m",
      ])
    #expect(report.faults.count == 4 && report.advice.count == 1 && report.faultyFiles == 2)
    #expect(report.findings[1].fault.severity == .fault)
  }
  /// Of every file a few times its length, whatever found it.
  @Test func aFileHasRoomForSoMuch() {
    let found = (1...500).flatMap { line in
      [Self.finding("a", line, 1), Self.finding("./b", line, 1, isAdvice: line > 1)]
    }
    let report = PackReport(
      folder: ".", files: ["a", "b"], found: found, sizes: ["./a": 1 << 20, "b": 100])
    #expect(report.findings.count { $0.fault.file == "a" } == 500)
    #expect(report.findings.count { $0.fault.file == "b" } < 100)
    #expect(report.findings.last?.rule == PackReport.rest)
    #expect(report.faults.total == 501 && report.advice.total == 499)
  }
}
