import Numerics
import Testing

@testable import Simulations

@Suite struct DealtSampleTests {
  /// The estimate of one data set, every fold with a mean of its own.
  @Test(arguments: [(24, 4, 3), (31, 7, 1), (24, 24, 2)])
  func foldByFold(rows: Int, folds: Int, repeats: Int) {
    let theory = DealtMeans(rows: rows, folds: folds)
    let sample = DealtSample(deals: repeats, of: theory, seed: 6)
    var stream = RandomStream(seed: 6, "values", 9)
    var values = stream.normals(rows)
    var deals = RandomStream(seed: 6, "deals", 9)
    var errors: [Double] = []
    for _ in 0..<repeats {
      deals.shuffle(&values)
      var first = 0
      for size in theory.sizes {
        let held = Array(values[first..<first + size])
        let others = Array(values[..<first] + values[(first + size)...])
        first += size
        let mean = others.reduce(0, +) / Double(others.count)
        errors.append(held.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(size))
      }
    }
    let count = Double(errors.count)
    let mean = errors.reduce(0, +) / count
    let squares = errors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(abs(sample.estimates[9] - mean) < 1e-12)
    #expect(abs(sample.squaredBars[9] - squares / (count - 1) / count) < 1e-12)
  }

  /// 16 × 512 data sets beside theory, within 4.5 standard errors.
  @Test(arguments: [(24, 4, 1), (24, 4, 20), (25, 2, 5), (60, 24, 1)])
  func agreesWithTheory(rows: Int, folds: Int, repeats: Int) {
    let theory = DealtMeans(rows: rows, folds: folds)
    let samples = (1...16).map { DealtSample(deals: repeats, of: theory, seed: $0) }
    let estimates = samples.flatMap(\.estimates)
    let bars = samples.flatMap(\.squaredBars)
    func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
      let mean = values.reduce(0, +) / Double(values.count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (mean, squares / Double(values.count - 1))
    }
    let count = Double(estimates.count)
    let (mean, variance) = moments(estimates)
    #expect(abs(mean - theory.expected) < 4.5 * (variance / count).squareRoot())
    let squares = moments(estimates.map { ($0 - theory.expected) * ($0 - theory.expected) })
    #expect(
      abs(squares.mean - theory.variance(repeats: repeats))
        < 4.5 * (squares.variance / count).squareRoot())
    let bar = moments(bars)
    #expect(
      abs(bar.mean - theory.squaredBar(repeats: repeats))
        < 4.5 * (bar.variance / count).squareRoot())
  }
}
