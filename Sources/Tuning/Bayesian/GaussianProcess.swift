import Numerics

/// What is to be expected of a function at points where it is not known, given some where it is.
///
/// The prior mean is 0 and the prior variance 1 unless another is given; values are to be standardized
/// before, if they are not of that size.
///
/// Source: Rasmussen & Williams 2006, "Gaussian Processes for Machine Learning", equations 2.25, 2.26
/// and 2.30, algorithm 2.1.
package struct GaussianProcess: Sendable {
  package let kernel: Kernel

  /// The prior variance of the function at a point.
  package let variance: Double

  /// What is added to the variance of every value: that of the noise in it.
  package let noise: Double

  package private(set) var values: [Double] = []
  private var points: PointColumns
  private var factor = GrowingCholesky()

  /// L⁻¹y.
  private var whitened: [Double] = []

  /// A process that knows nothing yet.
  ///
  /// - Precondition: the variance is positive, and the noise not negative.
  package init(_ kernel: Kernel, variance: Double = 1, noise: Double) {
    precondition(variance > 0 && noise >= 0, "variances")
    self.kernel = kernel
    self.variance = variance
    self.noise = noise
    points = PointColumns(dimensions: kernel.lengths.count)
  }

  /// A process that knows values at points; nil where these cannot be told apart to within rounding,
  /// as when a point stands twice and no noise is assumed.
  package init?(
    _ kernel: Kernel, variance: Double = 1, noise: Double, points: [[Double]], values: [Double]
  ) {
    self.init(kernel, variance: variance, noise: noise)
    factor.reserve(points.count)
    for (point, value) in zip(points, values) {
      guard observe(value, at: point) else { return nil }
    }
  }

  /// Takes in a value at a point.
  ///
  /// - Returns: whether it could be told apart from those before; if not, it is not taken in.
  package mutating func observe(_ value: Double, at point: [Double]) -> Bool {
    var row = points.correlations(of: point, by: kernel).map { $0 * variance }
    row.append(variance + noise)
    guard factor.append(row) else { return false }
    points.append(point)
    values.append(value)
    whitened.append(factor.forward(value, after: whitened))
    return true
  }

  /// The mean and the standard deviation of the function at a point, without the noise.
  package func posterior(at point: [Double]) -> (mean: Double, deviation: Double) {
    var solved = points.correlations(of: point, by: kernel).map { $0 * variance }
    return solved.withUnsafeMutableBufferPointer { solved in
      factor.forward(solved)
      guard let first = solved.baseAddress else {
        return (0, Elementary.squareRoot(variance))
      }
      let mean = whitened.withUnsafeBufferPointer {
        $0.baseAddress.map { Elementary.dotProduct($0, first, solved.count) } ?? 0
      }
      let left = variance - Elementary.dotProduct(first, first, solved.count)
      return (mean, Elementary.squareRoot(max(0, left)))
    }
  }

  /// The same at many points, eight side by side.
  package func posteriors(at all: [[Double]]) -> [(mean: Double, deviation: Double)] {
    let room = [SIMD8<Double>](repeating: .zero, count: values.count)
    return stride(from: 0, to: all.count, by: 8).flatMap { start in
      posteriors(of: all[start..<min(start + 8, all.count)], room)
    }
  }

  private func posteriors(of eight: ArraySlice<[Double]>, _ room: [SIMD8<Double>])
    -> [(mean: Double, deviation: Double)]
  {
    var solved = room
    points.correlations(of: Array(eight), by: kernel, into: &solved)
    return solved.withUnsafeMutableBufferPointer { solved in
      for row in solved.indices { solved[row] *= variance }
      factor.forward(solved)
      var (mean, left) = (SIMD8<Double>.zero, SIMD8<Double>(repeating: variance))
      for row in solved.indices {
        mean += solved[row] * whitened[row]
        left -= solved[row] * solved[row]
      }
      return eight.indices.map {
        let lane = $0 - eight.startIndex
        return (mean[lane], Elementary.squareRoot(max(0, left[lane])))
      }
    }
  }

  /// yᵀ(K + noise)⁻¹y.
  private var quadratic: Double {
    whitened.withUnsafeBufferPointer { whitened in
      whitened.baseAddress.map { Elementary.dotProduct($0, $0, whitened.count) } ?? 0
    }
  }

  private static let logOfTwoPi = 0x1.d67f1c864beb5p0

  /// The logarithm of the density of the values.
  package var logMarginalLikelihood: Double {
    -0.5 * quadratic - factor.halfLogDeterminant - Double(values.count) / 2 * Self.logOfTwoPi
  }

  /// The factor by which variance and noise together make the values most likely.
  package var bestScale: Double { values.isEmpty ? 1 : quadratic / Double(values.count) }

  /// The logarithm of the density of the values when variance and noise are both multiplied by
  /// ``bestScale``.
  package var profiledLogMarginalLikelihood: Double {
    Self.profiled(
      count: values.count, quadratic: quadratic, halfLogDeterminant: factor.halfLogDeterminant)
  }

  /// The same by yᵀ(K + noise)⁻¹y and half the logarithm of the determinant.
  static func profiled(count: Int, quadratic: Double, halfLogDeterminant: Double) -> Double {
    let count = Double(count)
    let scale = count > 0 ? quadratic / count : 1
    return -count / 2 * Elementary.log(scale) - halfLogDeterminant - count / 2 * (1 + logOfTwoPi)
  }
}
