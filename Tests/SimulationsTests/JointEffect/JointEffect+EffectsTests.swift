import Experiments
import Numerics
import Testing

@testable import Simulations

@Suite struct FactorialEffectsTests {
  /// Rate, batch size and momentum on grids of nine, evenly by ratio, so that u = log₁₀ of each is even.
  private static let axes: [[Double]] = [
    (0...8).map { -3 + Double($0) / 4 },
    (0...8).map { -Elementary.log(Double(1 << $0)) / Elementary.log(10) },
    (0...8).map { Double($0) / 4 },
  ]

  private static func effects(_ value: (Double) -> Double) -> FactorialEffects {
    let sums = axes[0].flatMap { rate in
      axes[1].flatMap { batch in axes[2].map { rate + batch + $0 } }
    }
    return FactorialEffects(counts: [9, 9, 9], values: sums.map(value))
  }

  private static let sets: [Set<Int>] = [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]]

  private static func expect(_ effects: FactorialEffects, _ shares: [Double]) {
    for (set, share) in zip(sets, shares) {
      #expect(abs(effects.share(set) - share) < 6e-4, "\(set): \(effects.share(set))")
    }
    let sum = sets.reduce(0) { $0 + effects.share($1) }
    #expect(abs(sum - 1) < 1e-12)
  }

  /// η/(B(1 − β)) interacts in every way; its logarithm in none.
  @Test func aProductAndItsLogarithm() {
    Self.expect(
      Self.effects { Elementary.exp($0 * Elementary.log(10)) },
      [0.0834, 0.1083, 0.0834, 0.1678, 0.1293, 0.1678, 0.2600])
    Self.expect(Self.effects { $0 }, [0.2899, 0.4203, 0.2899, 0, 0, 0, 0])
  }

  /// A product of independent factors: cᵢ/(∏(1 + c) − 1), c = variance over squared mean.
  @Test func productsInClosedForm() {
    let effects = Self.effects { Elementary.exp($0 * Elementary.log(10)) }
    let ratios = Self.axes.map { axis in
      let values = axis.map { Elementary.exp($0 * Elementary.log(10)) }
      let mean = values.reduce(0, +) / 9
      return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 9 / (mean * mean)
    }
    let whole = ratios.reduce(1) { $0 * (1 + $1) } - 1
    for (factor, ratio) in ratios.enumerated() {
      #expect(abs(effects.share([factor]) - ratio / whole) < 1e-12)
    }
    #expect(abs(effects.share([0, 2]) - ratios[0] * ratios[2] / whole) < 1e-12)
  }

  /// A loss with its best place in the ratio: what counts depends on where the grid lies.
  @Test(
    arguments: [
      (-2.2, [0.041, 0.086, 0.041, 0.309, 0.213, 0.309, 0]),
      (-2.9, [0.156, 0.240, 0.156, 0.167, 0.115, 0.167, 0]),
      (-3.5, [0.227, 0.336, 0.227, 0.078, 0.054, 0.078, 0]),
    ] as [(Double, [Double])])
  func aValleyAcrossTheKnobs(best: Double, shares: [Double]) {
    Self.expect(Self.effects { ($0 - best) * ($0 - best) }, shares)
  }

  @Test func degenerateTables() {
    let centred = [-1, 0, 1.0]
    let product = FactorialEffects(
      counts: [3, 3], values: centred.flatMap { x in centred.map { x * $0 } })
    #expect(product.share([0]) == 0 && product.share([1]) == 0)
    #expect(abs(product.share([0, 1]) - 1) < 1e-12)
    let flat = FactorialEffects(counts: [2, 3], values: Array(repeating: 4, count: 6))
    #expect(flat.share([0]) == 0 && flat.share([0, 1]) == 0 && flat.mean == 4)
  }
}
