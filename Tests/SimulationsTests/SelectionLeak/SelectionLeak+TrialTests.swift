import Numerics
import Testing

@testable import Simulations

@Suite struct NoisyRowsTests {
  private static let rows = NoisyRows(drawing: 30, seed: 5, 1)

  private static func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let count = Double(x.count)
    let (a, b) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let products = zip(x, y).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) }
    let first = x.reduce(0) { $0 + ($1 - a) * ($1 - a) }
    let second = y.reduce(0) { $0 + ($1 - b) * ($1 - b) }
    return products / (first * second).squareRoot()
  }

  /// Strengths are squared correlations but for a factor, outside each fold and by all rows.
  @Test(arguments: 0...5) func strengthsAreCorrelations(fold: Int) {
    let rows = Self.rows
    let trained = (0..<50).filter { $0 % 5 != fold }
    let strengths = rows.strengths(folds: 5)[fold]
    let labels = trained.map { rows.isPositive[$0] ? 1.0 : -1 }
    let squares = (0..<30).map { feature in
      let value = Self.correlation(trained.map { rows.values[feature * 50 + $0] }, labels)
      return value * value
    }
    for feature in 1..<30 {
      let ratio = strengths[feature] / strengths[0] * squares[0] / squares[feature]
      #expect(abs(ratio - 1) < 1e-9)
    }
  }

  @Test func theStrongestInOrder() {
    let strengths = Self.rows.strengths(folds: 5)[5]
    for count in [1, 7, 30] {
      let sorted = strengths.indices.sorted { strengths[$0] > strengths[$1] }
      #expect(NoisyRows.strongest(count, of: strengths[...]) == Array(sorted.prefix(count)))
    }
    #expect(NoisyRows.strongest(2, of: [1, 3, 3, 2]) == [1, 2])
  }

  /// Four rows by hand: centroids at −1 and 2, so that 0.4 is negative and 0.6 positive.
  @Test func theNearerCentroid() {
    let values = [-1, 2, 0.4, 0.6]
    func wrong(_ labels: [Bool]) -> Int {
      NoisyRows(values: values, isPositive: labels)
        .wrongCalls(features: [0], training: [true, true, false, false])
    }
    #expect(wrong([false, true, false, true]) == 0)
    #expect(wrong([false, true, true, true]) == 1)
    #expect(wrong([false, true, true, false]) == 2)
    // Only one class in training.
    #expect(wrong([true, true, true, false]) == 1)
    #expect(wrong([false, false, true, true]) == 2)
  }

  /// Features chosen by all rows, 128 data sets: the more there are, the less is left of chance.
  @Test(
    arguments: [(20, 0.5), (100, 0.226), (1000, 0.075), (5000, 0.042)] as [(Int, Double)])
  func whatTheLeakHides(features: Int, error: Double) {
    let trials = (1...8).map { NoiseTrial(features: features, chosen: 20, seed: $0) }
    let leaky = trials.reduce(0) { $0 + $1.leakyError } / 8
    let honest = trials.reduce(0) { $0 + $1.honestError } / 8
    #expect(abs(leaky - error) < 0.025, "\(leaky)")
    #expect(abs(honest - 0.5) < 0.06, "\(honest)")
    // All features chosen is no choice.
    if features == 20 { #expect(leaky == honest) }
  }
}
