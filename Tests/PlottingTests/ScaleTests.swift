import Testing

@testable import Plotting

@Suite struct ScaleTests {
  @Test(arguments: [([0, 1, 3], true), ([0, 1], false), ([0, 0.5, 3], false), ([], false)])
  func anAxisOfCountsNamesWholeNumbersAlone(_ tried: [Double], _ isWhole: Bool) {
    let scale = Scale(.linear, 0...3).within(tried: tried)
    #expect(scale.isWhole == isWhole)
    let named = Ticks.candidates(scale, atMost: 20).first?.map(\.value) ?? []
    #expect((named == [0, 1, 2, 3]) == isWhole)
  }

  @Test(
    arguments: [
      (0.0...10.0, 5.0, 0.5), (-1...1, -1, 0), (1e-280...2e-280, 2e-280, 1), (2...2, 2, 0.5),
      (0...0, 0, 0), (-1.7e308...1.7e308, 0, 0.5), (1e16...1e16 + 2, 1e16, 0.5),
    ] as [(ClosedRange<Double>, Double, Double)]) func linearPosition(
      _ bounds: ClosedRange<Double>, _ value: Double, _ expected: Double
    )
  {
    let position = Scale(.linear, bounds).position(value) ?? .nan
    #expect(abs(position - expected) < 1e-3)
  }

  @Test(
    arguments: [
      (1.0...100.0, 10.0, 0.5), (1e-8...1, 1e-4, 0.5), (0x1p-1063...1e308, 1e308, 1),
      (5...5, 5, 0.5),
    ] as [(ClosedRange<Double>, Double, Double)]) func logarithmicPosition(
      _ bounds: ClosedRange<Double>, _ value: Double, _ expected: Double
    )
  {
    let position = Scale(.log, bounds).position(value) ?? .nan
    #expect(abs(position - expected) < 1e-9)
  }

  @Test func whatAScaleCanNotShowHasNoPosition() {
    #expect(Scale(.log, 1...10).position(0) == nil)
    #expect(Scale(.log, 1...10).position(-3) == nil)
    #expect(Scale(.linear, 0...1).position(.nan) == nil)
    #expect(Scale(.linear, 0...1).position(.infinity) == nil)
  }

  @Test func anImpossibleDomainIsTakenFromTheData() {
    let data = [10, 1000, -5, .nan]
    #expect(Scale(.log, [-1...100, nil], values: data) == Scale(.log, 10...1000))
    #expect(Scale(.linear, [0...Double.infinity], values: [2, 3]) == Scale(.linear, 2...3))
    #expect(Scale(.linear, [nil, 4...5], values: [2, 3]) == Scale(.linear, 4...5))
  }

  @Test(
    arguments: [
      (0.3...9.7, 0.0, 10.0), (-0.98...1.03, -1, 1.2), (0...600, 0, 600), (4...10, 0, 10),
      (5...10, 5, 10), (-10 ... -4, -10, 0),
    ]
      as [(ClosedRange<Double>, Double, Double)])
  func roundingReachesNearbyRoundNumbers(
    _ bounds: ClosedRange<Double>, _ low: Double, _ high: Double
  ) {
    let scale = Scale(.linear, bounds).rounded(atMost: 6)
    #expect(abs(scale.low - low) < 1e-9)
    #expect(abs(scale.high - high) < 1e-9)
  }

  @Test func aUnionShowsBoth() {
    let union = Scale(.linear, 0...4).union(Scale(.linear, 3...9))
    #expect(union.low == 0 && union.high == 9)
    #expect(Scale(.linear, 0...4).union(Scale(.log, 1...9)) == Scale(.linear, 0...4))
  }

  @Test func fractionsOfARangeComeBack() {
    let scale = Scale(.log, 1...1000).padded(halfOf: 7)
    for fraction in [0, 0.25, 0.5, 1] {
      let position = scale.position(fraction: fraction, of: 1...1000) ?? .nan
      let back = scale.fraction(position: position, of: 1...1000) ?? .nan
      #expect(abs(back - fraction) < 1e-12)
    }
    #expect((scale.position(1) ?? 0) > 0)
  }
}
