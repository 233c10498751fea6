import Experiments
import Numerics
import Testing
import Tuning

@testable import Simulations

/// A window that is placed anywhere in the range of every knob that matters, and searches of which one
/// point may fall into it.
@Suite struct SearchWindowsTests {
  /// The chance that a grid's point lies in a window along one axis: the places of its lower end at
  /// which one of the values does, put together.
  private static func gridChance(_ values: [Double], window: Double) -> Double {
    let parts = values.sorted().map { (max(0, $0 - window), min(1 - window, $0)) }
    var (covered, end) = (0.0, 0.0)
    for (low, high) in parts where high > end {
      covered += high - max(low, end)
      end = high
    }
    return covered / (1 - window)
  }

  private static func gridValues(_ trials: Int) -> [Double] {
    let search = Search(Cube(dimensions: 2), budget: trials)
    return Array(Set(GridSearch(search).propose(after: []).map { $0.point[0] }))
  }

  private static func randomChance(_ volume: Double, trials: Int) -> Double {
    Coverage(trials: trials, share: volume).hitChance
  }

  /// One relevant axis of two: kw/(1 − w) beside 1 − (1 − w)ⁿ.
  @Test(arguments: [(3, 0.3333, 0.6126), (5, 0.5556, 0.9282)])
  func oneRelevantKnob(side: Int, grid: Double, random: Double) {
    let values = Self.gridValues(side * side)
    #expect(values.count == side)
    let chance = Self.gridChance(values, window: 0.1)
    #expect(abs(chance - Double(side) * 0.1 / 0.9) < 1e-12 && abs(chance - grid) < 5.1e-5)
    #expect(abs(Self.randomChance(0.1, trials: side * side) - random) < 5.1e-5)
  }

  /// Both relevant: the grid is ahead, and at w = 1/k certain.
  @Test func twoRelevantKnobs() {
    let chance = Self.gridChance(Self.gridValues(25), window: 0.1)
    #expect(abs(chance * chance - 0.3086) < 5.1e-5)
    #expect(abs(Self.randomChance(0.01, trials: 25) - 0.2222) < 5.1e-5)
    #expect(abs(Self.gridChance(Self.gridValues(25), window: 0.2) - 1) < 1e-12)
    #expect(abs(Self.randomChance(0.04, trials: 25) - 0.6396) < 5.1e-5)
  }

  /// A loss that falls along one axis of d, 64 trials: 1/65 at random, 1/(2k) on a grid.
  @Test(arguments: [(1, 0.0078), (2, 0.0625), (3, 0.125), (6, 0.25)])
  func monotoneLoss(dimensions: Int, grid: Double) throws {
    let cube = Cube(dimensions: dimensions)
    func least(_ strategy: any Strategy) throws -> Double {
      try #require(strategy.propose(after: []).prefix(64).map { $0.point[0] }.min())
    }
    let nearest = try least(GridSearch(Search(cube, budget: 64)))
    #expect(abs(nearest - grid) < 5.1e-5)
    let searches = 2000
    let mean =
      try (0..<searches).reduce(0.0) { sum, seed in
        sum + (try least(RandomSearch(Search(cube, budget: 64, seed: UInt64(seed)))))
      } / Double(searches)
    #expect(abs(mean - 1 / 65.0) < 4 / (65 * Double(searches).squareRoot()))
  }
}
