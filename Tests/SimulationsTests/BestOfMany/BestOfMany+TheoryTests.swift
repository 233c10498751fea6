import Experiments
import Testing

@testable import Simulations

@Suite struct FairCoinsTests {
  /// The best of m settings on v rows, all of them coins.
  @Test(
    arguments: [
      (10, 20, 0.6703), (10, 100, 0.5768), (30, 60, 0.6311), (100, 60, 0.6605),
      (100, 100, 0.6248), (100, 1000, 0.5396), (25, 40, 0.6542), (100, 50, 0.6756), (1, 33, 0.5),
    ] as [(Int, Int, Double)])
  func bestOfMany(settings: Int, rows: Int, best: Double) {
    #expect(abs(FairCoins(rows: rows).expectedBest(of: settings) - best) < 5e-5)
  }

  /// All ways in which a few coins can fall, counted.
  @Test(arguments: [(1, 1), (3, 2), (2, 5), (4, 3)]) func byEnumeration(settings: Int, rows: Int) {
    let tosses = settings * rows
    var sum = 0
    for pattern in 0..<(1 << tosses) {
      let heads = (0..<settings).map { setting in
        (pattern >> (setting * rows) & ((1 << rows) - 1)).nonzeroBitCount
      }
      sum += heads.max() ?? 0
    }
    let exact = Double(sum) / Double(1 << tosses) / Double(rows)
    #expect(abs(FairCoins(rows: rows).expectedBest(of: settings) - exact) < 1e-14)
  }

  @Test(arguments: [1, 2, 20, 999, 5000]) func chancesAddUp(rows: Int) {
    let coins = FairCoins(rows: rows)
    #expect(coins.atMost.count == rows + 1)
    #expect(abs((coins.atMost.last ?? 0) - 1) < 1e-12)
    #expect(zip(coins.atMost, coins.atMost.dropFirst()).allSatisfy { $0 <= $1 })
    // As often above the middle as below it.
    for heads in 0..<rows {
      #expect(abs(coins.atMost[heads] + coins.atMost[rows - 1 - heads] - 1) < 1e-12)
    }
  }

  @Test(
    arguments: [
      (2, 0.56419), (3, 0.84628), (5, 1.16296), (10, 1.53875), (20, 1.86748), (30, 2.04276),
      (50, 2.24907), (100, 2.50759), (1000, 3.24144), (1, 0),
    ] as [(Int, Double)])
  func largestNormal(count: Int, expected: Double) {
    #expect(abs(LargestNormal.expected(of: count) - expected) < 6e-6)
  }

  @Test func oneIsTheMean() { #expect(LargestNormal.expected(of: 1) == 0) }

  /// Of two it is 1/√π, of three 3/(2√π).
  @Test func largestNormalInClosedForm() {
    let root = Double.pi.squareRoot()
    #expect(abs(LargestNormal.expected(of: 2) - 1 / root) < 1e-12)
    #expect(abs(LargestNormal.expected(of: 3) - 1.5 / root) < 1e-12)
  }

  /// The exercise on a grid of 24 × 33 cells: 45 of them pass, a wedge in the middle.
  @Test func theWedgeOfTheExercise() {
    func places(_ count: Int, _ domain: Domain) -> [Int] {
      domain.grid(count).compactMap { $0.number.map { Int($0) } }
    }
    let settings = places(28, .integer(1...300, .log))
    let rows = places(33, .integer(50...2000, .log))
    #expect(settings.count * rows.count == 792)
    var passing: [(settings: Int, rows: Int)] = []
    for count in rows {
      let coins = FairCoins(rows: count)
      for tried in settings
      where coins.expectedBest(of: tried) <= 0.55 && BestOfMany.chance(of: tried) >= 0.8
        && tried * count <= 80_000
      {
        passing.append((tried, count))
      }
    }
    #expect(passing.count == 45)
    #expect(Set(passing.map(\.settings)) == [36, 45, 55, 68, 84, 104])
    #expect(passing.map(\.rows).min() == 501)
    // More settings need more rows.
    func least(_ tried: Int) -> Int {
      passing.filter { $0.settings == tried }.map(\.rows).min() ?? 0
    }
    let tried = Set(passing.map(\.settings)).sorted()
    #expect(zip(tried, tried.dropFirst()).allSatisfy { least($0) <= least($1) })
    #expect(least(tried[0]) < least(tried[tried.count - 1]))
  }

  @Test func verdictsTurnAtTheirBounds() {
    #expect(BestOfMany.verdict(optimism: 0.05).code == "sober")
    #expect(BestOfMany.verdict(optimism: 0.05.nextUp).code == "flattering")
    #expect(BestOfMany.verdict(chance: 0.8).code == "likely-good")
    #expect(BestOfMany.verdict(chance: 0.8.nextDown).code == "likely-missed")
  }
}
