import Numerics
import Testing

@testable import Tuning

@Suite struct StandardValuesTests {
  @Test func valuesHaveMeanZeroAndDeviationOne() {
    let values = StandardValues([1, -2, 3, 4, -5, 9]).values
    #expect(abs(values.reduce(0, +)) < 1e-14)
    let square = values.map { $0 * $0 }.reduce(0, +) / 6
    #expect(abs(square - 1) < 1e-14)
  }

  /// What has no value is as bad as the worst, and what is far above is cut.
  @Test func theWorstIsNoOutlier() {
    let values = StandardValues([-1, 2, 3, 4, nil, .infinity, 1e300]).values
    #expect(values[4] == values[5] && values[5] == values[6])
    #expect(values[6] < 5)
    #expect(values.firstIndex(of: values.min() ?? 0) == 0)
  }

  /// By logarithms equal ratios are equal steps.
  @Test func ratiosAreKept() throws {
    let values = (0..<9).map { Elementary.exp(-4 * Double($0)) }
    let ratios = try #require(StandardValues(ratios: values)).values
    let steps = zip(ratios, ratios.dropFirst()).map { $1 - $0 }
    #expect(steps.allSatisfy { abs($0 / steps[0] - 1) < 1e-9 })
    let plain = StandardValues([1, 2, 3, 4, 5]).values
    #expect(abs((plain[1] - plain[0]) / (plain[4] - plain[3]) - 1) < 1e-12)
  }

  @Test(arguments: [[], [nil], [0], [1, 2, -1], [3, -.infinity]] as [[Double?]])
  func onlyPositiveValuesHaveRatios(_ values: [Double?]) {
    #expect(StandardValues(ratios: values) == nil)
  }

  /// The product of the slopes, by differences of neighbouring values.
  @Test(arguments: [false, true]) func slopes(isByRatio: Bool) throws {
    let values = [1, 1.5, 2, 3, 4, 5.5]
    func standard(_ values: [Double]) throws -> StandardValues {
      isByRatio ? try #require(StandardValues(ratios: values)) : StandardValues(values)
    }
    // A pair more whose distance tells the slope, so near that it moves nothing else.
    let sum = try values.reduce(0.0) { sum, value in
      let found = try standard(values + [value * (1 - 1e-6), value * (1 + 1e-6)]).values
      return sum + Elementary.log((found[7] - found[6]) / (value * 2e-6))
    }
    let deviations = try values.map { value in
      let more = try standard(values + [value * (1 - 1e-6), value * (1 + 1e-6)]).values
      let plain = try standard(values).values
      return Elementary.log((plain[5] - plain[0]) / (more[5] - more[0]))
    }
    let slope = try standard(values).logSlope
    #expect(abs(sum + deviations.reduce(0, +) - slope) < 1e-6)
  }

  @Test(
    arguments: [
      [], [nil], [nil, nil], [1], [1, 1, 1], [.infinity, -.infinity], [1e-300, 1e300, 1, 2],
      [-1e308, 1e308, 0, 0],
    ] as [[Double?]])
  func nothingIsNoTrap(_ values: [Double?]) {
    let standard = StandardValues(values)
    #expect(standard.values.count == values.count)
    #expect(!standard.values.contains { !$0.isFinite }, "\(standard.values)")
  }

  @Test func zeroIsKept() {
    let values = StandardValues([-2, 0, 4, 6])
    #expect(abs(values.values[1] - values.zero) < 1e-15)
  }
}
