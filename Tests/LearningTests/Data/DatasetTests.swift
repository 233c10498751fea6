import Learning
import Numerics
import Testing

@Suite struct DatasetTests {
  @Test func moonsWithoutNoiseLieOnTheirCircles() {
    var stream = RandomStream(seed: 1, "data")
    let data = Dataset.twoMoons(count: 500, noise: 0, from: &stream)
    for row in 0..<data.rows {
      let (x, y) = (data.features[2 * row], data.features[2 * row + 1])
      if data.targets[row] == 0 {
        #expect(abs(x * x + y * y - 1) < 1e-15 && y >= 0)
      } else {
        #expect(abs((x - 1) * (x - 1) + (y - 0.5) * (y - 0.5) - 1) < 1e-15 && y <= 0.5)
      }
    }
  }

  @Test(arguments: [10, 11, 400])
  func moonsAreBalanced(count: Int) {
    var stream = RandomStream(seed: 2, "data")
    let data = Dataset.twoMoons(count: count, noise: 0.3, from: &stream)
    #expect(data.rows == count && data.targets.reduce(0, +) == Double(count / 2))
  }

  /// Noise has the deviation asked for: twice the same draws, with and without.
  @Test func noiseHasItsDeviation() {
    var (a, b) = (RandomStream(seed: 3, "data"), RandomStream(seed: 3, "data"))
    let clean = Dataset.twoMoons(count: 5_000, noise: 0, from: &a)
    let noisy = Dataset.twoMoons(count: 5_000, noise: 0.3, from: &b)
    let squares = zip(clean.features, noisy.features).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
    }
    #expect(abs(squares / 10_000 - 0.09) < 4 * 0.09 * 1.4143 / 100)
  }

  @Test func aSmallerCountGivesTheFirstRows() {
    var (a, b) = (RandomStream(seed: 4, "data"), RandomStream(seed: 4, "data"))
    let small = Dataset.twoMoons(count: 17, noise: 0.2, from: &a)
    let large = Dataset.twoMoons(count: 60, noise: 0.2, from: &b)
    #expect(large.prefix(17) == small)
    #expect(large.prefix(1_000) == large)
  }
}
