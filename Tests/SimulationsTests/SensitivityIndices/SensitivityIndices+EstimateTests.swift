import TestKit
import Testing

@testable import Simulations

@Suite struct SobolEstimateTests {
  /// Cases of `Tests/Reference/Sensitivity/sobol.txt`: SALib's indices of the same outputs.
  @Test func agreesWithSALib() throws {
    let rows = try ReferenceData.rows("Sensitivity/sobol.txt")
    func numbers(_ row: [Substring]) throws -> [Double] {
      try row.dropFirst().map { try #require(ReferenceData.number($0)) }
    }
    var cases = 0
    var rest = rows[...]
    while let head = rest.popFirst() {
      let inputs = try #require(Int(head[1]))
      let lines = try rest.prefix(inputs + 4).map { try numbers($0) }
      rest = rest.dropFirst(inputs + 4)
      let outputs = lines.dropLast(2)
      let count = Double(outputs.joined().count)
      let mean = outputs.joined().reduce(0, +) / count
      let centred = outputs.map { $0.map { $0 - mean } }
      let estimate = SobolEstimate(
        base: centred[0], other: centred[1], mixed: Array(centred.dropFirst(2)))
      let largest = lines.suffix(2).joined().reduce(0) { max($0, $1.magnitude) }
      for (found, wanted) in zip(estimate.first + estimate.total, lines.suffix(2).joined()) {
        #expect(abs(found - wanted) <= 1e-10 * max(largest, 1), "\(found) for \(wanted)")
      }
      #expect(estimate.first.count == inputs && estimate.total.count == inputs)
      cases += 1
    }
    #expect(cases == 6)
  }

  /// Sobol's g, a product of |4x − 2| + a over 1 + a, has indices in closed form.
  @Test func aProductOfFiveInputs() {
    let weights = [0, 1, 4.5, 9, 99.0]
    let parts = weights.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let whole = parts.reduce(1) { $0 * (1 + $1) } - 1
    let first = parts.map { $0 / whole }
    let total = parts.map { $0 / (1 + $0) * (1 + whole) / whole }
    let figures = (
      first: [0.71642, 0.17910, 0.02368, 0.00716, 0.00007],
      total: [0.78731, 0.24225, 0.03432, 0.01046, 0.00010]
    )
    for input in 0..<5 {
      #expect(abs(first[input] - figures.first[input]) < 6e-6)
      #expect(abs(total[input] - figures.total[input]) < 6e-6)
    }
    let points = SensitivityIndices.Sampling.halton.points(8192, dimensions: 10, seed: 1)
    let estimate = SobolEstimate(at: points, of: 5) { row in
      zip(row, weights).reduce(1) { $0 * ((4 * $1.0 - 2).magnitude + $1.1) / (1 + $1.1) }
    }
    for input in 0..<5 {
      #expect(abs(estimate.first[input] - first[input]) < 0.02)
      #expect(abs(estimate.total[input] - total[input]) < 0.02)
    }
  }

  /// Two tables of two rows by hand.
  @Test func byHand() {
    let estimate = SobolEstimate(base: [1, 3], other: [2, 2], mixed: [[2, 3], [1, 5]])
    // The values 1, 3, 2, 2 have a variance of ½.
    #expect(estimate.first == [2, 4] && estimate.total == [0.5, 2])
  }
}
