import TestKit
import Testing

/// That the measure by which hostile texts are judged tells a line from a square, on any machine.
@Suite struct GrowthTests {
  /// Steps that the compiler cannot leave out.
  private static func steps(_ count: Int) -> Int {
    (0..<count).reduce(0) { ($0 &* 31 &+ $1) % 1_000_003 }
  }

  @Test func workThatGrowsWithTheLengthIsLet() {
    let growth = Growth(from: 100_000) { #expect(Self.steps($0) >= 0) }
    #expect(growth.isLinear, "\(growth)")
  }

  @Test func aLogarithmMoreIsLet() {
    let growth = Growth(from: 4_000) { length in
      let sorted = (0..<length).map { $0 &* 7_919 % 1_000_003 }.sorted()
      #expect(sorted.count == length)
    }
    #expect(growth.isLinear, "\(growth)")
  }

  @Test func nextToNothingIsLet() {
    let growth = Growth(from: 1) { #expect(Self.steps($0) >= 0) }
    #expect(growth.isLinear, "\(growth)")
  }

  @Test func workThatGrowsWithItsSquareIsSeen() {
    let growth = Growth(from: 150) { #expect(Self.steps($0 * $0) >= 0) }
    #expect(!growth.isLinear, "\(growth)")
  }

  /// A reader that looks for the end of every bracket anew.
  @Test func aReaderThatLooksBackIsSeen() {
    let growth = Growth(from: 400) { length in
      let text = Array(String(repeating: "[", count: length).utf8)
      let ends = text.indices.count { text[$0...].contains(UInt8(ascii: "]")) }
      #expect(ends == 0)
    }
    #expect(!growth.isLinear, "\(growth)")
  }
}
