import Testing

@testable import Simulations

@Suite struct RanksTests {
  @Test func equalOnesShareTheirRank() {
    #expect(Ranks.of([3, 1, 2]) == [3, 1, 2])
    #expect(Ranks.of([5, 5, 1, 7, 5]) == [3, 3, 1, 5, 3])
    #expect(Ranks.of([.infinity, 0, .infinity]) == [2.5, 1, 2.5])
    #expect(Ranks.of([]).isEmpty)
  }

  /// Where no two are equal it is 1 − 6Σd²/(n(n² − 1)).
  @Test func correlations() throws {
    let (x, y) = ([1.0, 2, 3, 4, 5], [20.0, 10, 30, 50, 40])
    let squares = 1.0 + 1 + 0 + 1 + 1
    let found = try #require(Ranks.correlation(x, y))
    #expect(abs(found - (1 - 6 * squares / 120)) < 1e-15)
    #expect(Ranks.correlation(x, x) == 1)
    #expect(Ranks.correlation(x, x.reversed()) == -1)
    #expect(Ranks.correlation(x, [1, 1, 1, 1, 1]) == nil)
    // Ties, by hand: ranks 1.5, 1.5, 3 against 1, 2, 3.
    let tied = try #require(Ranks.correlation([4, 4, 9], [1, 2, 3]))
    #expect(abs(tied - 1.5 / (1.5 * 2).squareRoot()) < 1e-15)
  }
}
