import Numerics
import Testing
import Tuning

@testable import Simulations

/// How near to singular the covariance of evenly spaced points is.
@Suite struct ConditionTests {
  private static func matrix(_ shape: Kernel.Shape, _ count: Int, noise: Double) -> [Double] {
    var one = GaussianProcess(Kernel(shape, length: 0.2, dimensions: 1), noise: 0)
    _ = one.observe(1, at: [0])
    let correlations = (0..<count).map {
      one.posterior(at: [Double($0) / Double(count - 1)]).mean
    }
    return (0..<count * count).map { index in
      let (row, column) = index.quotientAndRemainder(dividingBy: count)
      return correlations[abs(row - column)] + (row == column ? noise : 0)
    }
  }

  /// The largest eigenvalue over the least, by powers of the matrix and of its inverse.
  private static func condition(_ shape: Kernel.Shape, _ count: Int, noise: Double) -> Double? {
    let matrix = matrix(shape, count, noise: noise)
    guard let factor = Cholesky(matrix, size: count) else { return nil }
    func largest(_ apply: ([Double]) -> [Double]) -> Double {
      var vector = RandomStream(seed: 1, "vector").drawn(count)
      var size = 1.0
      for _ in 0..<400 {
        vector = apply(vector.map { $0 / size })
        size = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      }
      return size
    }
    let most = largest { vector in
      (0..<count).map { row in
        (0..<count).reduce(0) { $0 + matrix[row * count + $1] * vector[$1] }
      }
    }
    return most * largest { factor.solve($0) }
  }

  @Test(
    arguments: [
      (Kernel.Shape.matern, 10, 0, 1.5e2), (.matern, 20, 0, 1.1e4), (.matern, 40, 0, 7.6e5),
      (.rbf, 10, 0, 6e4), (.rbf, 20, 1e-6, 8.5e6), (.rbf, 40, 1e-6, 1.73e7),
    ] as [(Kernel.Shape, Int, Double, Double)])
  func theGroundTruthsConditions(shape: Kernel.Shape, count: Int, noise: Double, known: Double)
    throws
  {
    let found = try #require(Self.condition(shape, count, noise: noise))
    #expect(found > 0.93 * known && found < 1.25 * known, "\(found)")
  }

  /// Without a little noise e^(−r²/2) cannot tell forty points apart, and twenty hardly.
  @Test func smoothKernelsAreSingular() {
    #expect(Self.condition(.rbf, 40, noise: 0) == nil)
    let points = (0..<40).map { [Double($0) / 39] }
    let kernel = Kernel(.rbf, length: 0.2, dimensions: 1)
    let values = points.map { $0[0] }
    #expect(GaussianProcess(kernel, noise: 0, points: points, values: values) == nil)
    #expect(GaussianProcess(kernel, noise: 1e-6, points: points, values: values) != nil)
  }
}

extension RandomStream {
  fileprivate func drawn(_ count: Int) -> [Double] {
    var stream = self
    return stream.normals(count)
  }
}
