import Testing

@testable import Lessons

@Suite struct FaultRoomTests {
  private static func fault(
    _ line: Int, _ severity: LessonFault.Severity = .fault, length: Int = 1, count: Int = 1
  ) -> LessonFault {
    LessonFault(
      file: "f", line: line, column: 1, message: String(repeating: "m", count: length),
      severity: severity, count: count)
  }

  private static func size(_ faults: [LessonFault]) -> Int {
    faults.reduce(0) { $0 + $1.text.utf8.count }
  }

  @Test func whatHasRoomIsListedByItsPlace() {
    let faults = [Self.fault(3), Self.fault(1, .advice), Self.fault(2)]
    #expect(faults.listed(ofBytes: 0).map(\.line) == [1, 2, 3])
    #expect([LessonFault]().listed(ofBytes: 0) == [])
  }

  @Test(arguments: [0, 1000, 100_000], [1, 100, 900])
  func isAFewTimesAsLongAsTheFile(bytes: Int, length: Int) {
    let faults = (1...20_000).map { Self.fault($0, $0 % 3 == 0 ? .advice : .fault, length: length) }
    let listed = faults.listed(ofBytes: bytes)
    #expect(
      Self.size(listed) <= Limits.faultFactor * bytes + Limits.faultBytes + 2 * (length + 200))
    #expect(listed.count <= Limits.faults + 2)
    #expect(listed.total == 20_000)
    #expect(listed.map(\.line) == listed.map(\.line).sorted())
  }

  @Test func adviceGivesWayToFaults() throws {
    let advice = (1...1000).map { Self.fault($0, .advice) }
    let faults = (1001...1010).map { Self.fault($0) }
    let listed = (advice + faults).listed(ofBytes: 0)
    #expect(listed.filter { $0.severity == .fault } == faults)
    let rest = try #require(listed.last { $0.severity == .advice })
    let shown = listed.count - 11
    #expect(
      rest.message
        == "and \(1000 - shown) more pieces of advice from here on; look at those above first")
    #expect(rest.line == shown)
  }

  @Test func theLastPlaceIsForTheLastFault() {
    let most = (1...Limits.faults).map { Self.fault($0) }
    #expect(most.listed(ofBytes: 1 << 20) == most)
    let more = most + [Self.fault(Limits.faults + 1)]
    let listed = more.listed(ofBytes: 1 << 20)
    #expect(listed.count == Limits.faults)
    #expect(listed.last?.text == "f:999:1: and 2 more faults from here on; mend those above first")
  }

  @Test func whatWasCutBeforeIsCountedWhole() {
    let faults = (1...Limits.faults).map { Self.fault($0) } + [Self.fault(1001, count: 50)]
    #expect(faults.listed(ofBytes: 1 << 20).last?.count == 51)
    #expect(faults.listed(ofBytes: 1 << 20).total == 1050)
  }

  /// A message is as long as its author made it, so nothing that is quoted in it can be long.
  @Test func noMessageIsLong() {
    #expect(Self.fault(1, length: 100_000).message.unicodeScalars.count <= 1001)
  }
}
