import Testing

@testable import Tuning

@Suite struct MedianTests {
  @Test(
    arguments: [
      ([], nil), ([3], 3), ([3, 1], 2), ([5, 1, 3], 3), ([4, 1, 3, 2], 2.5), ([nil], nil),
      ([1, nil], nil), ([1, 2, nil], 2), ([1, nil, nil], nil), ([1, 2, 3, nil], 2.5),
      ([.nan, 1, 2], 2), ([.nan, .nan, 1], nil), ([1, .infinity], .infinity),
      ([-.infinity, .infinity], nil), ([.infinity, .infinity], .infinity),
      ([1e308, 1.5e308], 1.25e308), ([-1e308, 1e308], 0),
      ([.leastNonzeroMagnitude, .leastNonzeroMagnitude], .leastNonzeroMagnitude),
    ] as [([Double?], Double?)])
  func middle(values: [Double?], median: Double?) {
    #expect(Median.of(values) == median)
    #expect(Median.of(values.reversed()) == median)
  }
}
