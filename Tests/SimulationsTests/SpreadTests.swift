import Testing

@testable import Simulations

@Suite struct SpreadTests {
  @Test func spreads() throws {
    let spread = Spread([1, 2, 3, 6])
    #expect(spread.mean == 3 && abs(spread.deviation - (14.0 / 3).squareRoot()) < 1e-15)
    #expect(Spread([5]).deviation == 0 && Spread([]).mean == 0)
    #expect(abs(try #require(Spread.correlation([1, 2, 3], [2, 4, 6])) - 1) < 1e-15)
    #expect(abs(try #require(Spread.correlation([1, 2, 3], [1, 3, 2])) - 0.5) < 1e-15)
    #expect(Spread.correlation([1, 2, 3], [4, 4, 4]) == nil)
  }
}
