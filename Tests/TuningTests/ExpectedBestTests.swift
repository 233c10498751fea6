import Numerics
import Testing

@testable import Tuning

@Suite struct ExpectedBestTests {
  /// Of the values 1 … 5.
  @Test(arguments: [(1, 3.0, 3.0), (2, 3.8, 4), (3, 4.2, 4.5), (5, 4.584, 5)])
  func theBestOfFive(trials: Int, with: Double, without: Double) throws {
    let values: [Double] = [3, 1, 5, 2, 4]
    let first = try #require(ExpectedBest.withReplacement(values, trials: trials))
    let second = try #require(ExpectedBest.withoutReplacement(values, trials: trials))
    #expect(abs(first - with) < 5.1e-4 && abs(second - without) < 1e-12)
  }

  /// All ways to draw, counted.
  @Test(arguments: [1, 2, 3, 4]) func byEnumeration(trials: Int) throws {
    let values: [Double] = [0.3, -1, 7, 0.3]
    var (with, without): ([Double], [Double]) = ([], [])
    for pattern in 0..<(1 << (2 * trials)) {
      let drawn = (0..<trials).map { pattern >> (2 * $0) & 3 }
      let best = drawn.map { values[$0] }.max() ?? 0
      with.append(best)
      if Set(drawn).count == trials { without.append(best) }
    }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let first = try #require(ExpectedBest.withReplacement(values, trials: trials))
    let second = try #require(ExpectedBest.withoutReplacement(values, trials: trials))
    #expect(abs(first - mean(with)) < 1e-12 && abs(second - mean(without)) < 1e-12)
  }

  /// Of 20 normal values the first is too low, and the second right but spread more: 20,000 samples.
  @Test(arguments: [
    (5, 1.096, 1.163), (10, 1.419, 1.539), (20, 1.657, 1.867),
  ])
  func normalValues(trials: Int, biased: Double, unbiased best: Double) throws {
    let samples = 20_000
    var (first, second): ([Double], [Double]) = ([], [])
    for sample in 0..<samples {
      var stream = RandomStream(seed: 5, "normal values", sample)
      let values = stream.normals(20)
      first.append(try #require(ExpectedBest.withReplacement(values, trials: trials)))
      second.append(try #require(ExpectedBest.withoutReplacement(values, trials: trials)))
    }
    func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
      let mean = values.reduce(0, +) / Double(samples)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (mean, (squares / Double(samples - 1)).squareRoot())
    }
    let (low, right) = (moments(first), moments(second))
    let root = Double(samples).squareRoot()
    #expect(abs(low.mean - biased) < 4 * low.deviation / root + 0.002)
    #expect(abs(right.mean - best) < 4 * right.deviation / root + 0.001)
    guard trials == 20 else { return }
    #expect(abs(low.deviation - 0.42) < 0.01 && abs(right.deviation - 0.52) < 0.01)
    func error(_ moments: (mean: Double, deviation: Double)) -> Double {
      moments.deviation * moments.deviation + (moments.mean - best) * (moments.mean - best)
    }
    #expect(abs(error(low) - 0.22) < 0.01 && abs(error(right) - 0.27) < 0.01)
  }

  @Test func nothingIsNoTrap() {
    #expect(ExpectedBest.withReplacement([], trials: 1) == nil)
    #expect(ExpectedBest.withReplacement([1], trials: 0) == nil)
    #expect(ExpectedBest.withoutReplacement([1], trials: 2) == nil)
    #expect(ExpectedBest.withoutReplacement([], trials: 0) == nil)
    #expect(ExpectedBest.withReplacement([4], trials: 9) == 4)
    #expect(ExpectedBest.withoutReplacement([4, 2], trials: 2) == 4)
  }
}
