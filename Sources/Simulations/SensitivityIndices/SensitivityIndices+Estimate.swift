import Numerics
import Tuning

/// First-order and total indices of a function, estimated from two tables of points A and B.
///
/// With ABᵢ the table A whose column i is that of B: Vᵢ is the mean of f(B)(f(ABᵢ) − f(A)), and the part
/// of i in the variance half the mean of (f(A) − f(ABᵢ))². Source: Saltelli et al. 2010, "Variance based
/// sensitivity analysis of model output", table 2, (b) and (f).
struct SobolEstimate {
  let first: [Double]
  let total: [Double]

  /// - Parameters:
  ///   - base: f(A).
  ///   - other: f(B).
  ///   - mixed: f(ABᵢ), for each input.
  init(base: [Double], other: [Double], mixed: [[Double]]) {
    let count = Double(base.count)
    let mean = (base.reduce(0, +) + other.reduce(0, +)) / (2 * count)
    let squares = (base + other).reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let variance = squares / (2 * count)
    first = mixed.map { mixed in
      var sum = 0.0
      for row in base.indices { sum += other[row] * (mixed[row] - base[row]) }
      return sum / count / variance
    }
    total = mixed.map { mixed in
      let sum = zip(base, mixed).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      return sum / (2 * count) / variance
    }
  }

  /// Evaluates the function at points of the unit cube of twice its inputs: a row of A, then one of B.
  ///
  /// - Parameter function: Of a row, whose indices need not begin at 0.
  init(at points: [[Double]], of inputs: Int, _ function: (ArraySlice<Double>) -> Double) {
    self.init(
      base: points.map { function($0[..<inputs]) },
      other: points.map { function($0[inputs...]) },
      mixed: (0..<inputs).map { input in
        points.map { point in
          var row = point[..<inputs]
          row[input] = point[inputs + input]
          return function(row)
        }
      })
  }
}

extension SensitivityIndices.Sampling {
  /// So many points of the unit cube.
  func points(_ count: Int, dimensions: Int, seed: UInt64) -> [[Double]] {
    switch self {
    case .random:
      var stream = RandomStream(seed: seed, "points")
      return (0..<count).map { _ in (0..<dimensions).map { _ in stream.uniform() } }
    case .halton: return HaltonPoints(dimensions: dimensions, seed: seed).first(count)
    }
  }
}
