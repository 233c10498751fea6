import Testing

@testable import Authoring

@Suite struct SourceCursorTests {
  @Test func findsThingsInOrder() {
    let lines = ["zero", "äb ab", "  ab", "ab"]
    var cursor = SourceCursor(2...3, in: lines)
    var found: [[Int]] = []
    while let place = cursor.place(after: "a", of: "b") {
      found.append([place.line, place.column])
      #expect(found.count < 9)
      if found.count == 9 { break }
    }
    #expect(found == [[2, 5], [3, 4]])
  }

  @Test(arguments: [0...0, 1...9, 5...7, 9...12]) func rangesOutsideTheLinesAreEmpty(
    _ range: ClosedRange<Int>
  ) {
    var cursor = SourceCursor(range, in: ["a"])
    let place = cursor.place(of: "b")
    #expect(place == nil)
  }
}
