import Numerics
import Testing

@testable import Simulations

@Suite struct IshigamiTests {
  @Test func indicesInClosedForm() {
    #expect(abs(Ishigami.variance - 13.844587940719) < 1e-12 * 14)
    let first = [0.313905191148, 0.442411144790, 0]
    let total = [0.557588855210, 0.442411144790, 0.243683664062]
    for (found, wanted) in zip(Ishigami.first + Ishigami.total, first + total) {
      #expect(abs(found - wanted) < 1e-12)
    }
    #expect(abs(Ishigami.together - 0.243683664062) < 1e-12)
    let sum = Ishigami.first.reduce(0, +) + Ishigami.together
    #expect(abs(sum - 1) < 1e-14)
  }

  /// The same from a fine grid, every place of which is tried.
  @Test func indicesFromAGrid() {
    let count = 24
    let places = (0..<count).map { place -> Double in
      let middle = (Double(place) + 0.5) / Double(count)
      return Double.pi * (2 * middle - 1)
    }
    let effects = FactorialEffects(
      counts: [count, count, count],
      values: places.flatMap { x in
        places.flatMap { y in places.map { Ishigami.value(x, y, $0) } }
      })
    // The fourth power is summed over midpoints, which are off by the square of their distance.
    #expect(abs(effects.variance / Ishigami.variance - 1) < 0.02)
    for input in 0..<3 { #expect(abs(effects.share([input]) - Ishigami.first[input]) < 0.01) }
    #expect(abs(effects.share([0, 2]) - Ishigami.together) < 0.01)
    #expect(effects.share([0, 1]) < 1e-12 && effects.share([1, 2]) < 1e-12)
  }

  @Test func valuesByHand() {
    #expect(Ishigami.value(0, 0, 1) == 0)
    #expect(abs(Ishigami.value(.pi / 2, .pi / 2, 1) - 8.1) < 1e-12)
    #expect(abs(Ishigami.value([9, 0.75, 0.5, 0.5][1...]) - 1) < 1e-12)
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(SensitivityIndices.verdict(worstError: 0.1).code == "settled")
    #expect(SensitivityIndices.verdict(worstError: 0.1.nextUp).code == "unsettled")
  }
}
