import Testing
import Work

/// That the measure by which hostile texts are judged tells a line from a square.
@Suite struct WorkTests {
  /// Steps that the compiler cannot leave out.
  private static func steps(_ count: Int) -> Int {
    (0..<count).reduce(0) { ($0 &* 31 &+ $1) % 1_000_003 }
  }

  @Test func workThatGrowsWithTheLengthIsLet() {
    let (short, long) = Work.ofShortAndLong(250_000, 1_000_000) { length in
      #expect(Self.steps(length) >= 0)
    }
    #expect(long < 10 * short)
  }

  @Test func workThatGrowsWithItsSquareIsSeen() {
    let (short, long) = Work.ofShortAndLong(500, 2_000) { length in
      #expect(Self.steps(length * length) >= 0)
    }
    #expect(long > 10 * short)
  }
}
