import Numerics
import TestKit
import Testing

@testable import Tuning

@Suite struct GaussianProcessTests {
  static let points = [0.1, 0.3, 0.45, 0.7, 0.9].map { [$0] }
  static let values = [0.5, -0.2, -0.9, 0.1, 0.8]

  static func process(_ shape: Kernel.Shape, _ length: Double, variance: Double = 1) throws
    -> GaussianProcess
  {
    try #require(
      GaussianProcess(
        Kernel(shape, length: length, dimensions: 1), variance: variance, noise: 1e-4,
        points: points, values: values))
  }

  struct Expected: Sendable {
    let shape: Kernel.Shape
    let length: Double
    var variance = 1.0
    let means: [Double]
    let deviations: [Double]
    let likelihood: Double
  }

  static let expected = [
    Expected(
      shape: .matern, length: 0.2, means: [0.277515329693, -0.873682698400, 0.566566550908],
      deviations: [0.290111256319, 0.220062655616, 0.305233072463], likelihood: -4.914277495335),
    Expected(
      shape: .rbf, length: 0.2, means: [0.306348773302, -0.916351002625, 0.620041775371],
      deviations: [0.104252047052, 0.069353491650, 0.130917933033], likelihood: -4.495682045676),
    Expected(
      shape: .matern, length: 0.3, variance: 2,
      means: [0.273592813132, -0.897358118773, 0.573354806761],
      deviations: [0.198682111958, 0.144857168425, 0.215721483780], likelihood: -5.428337289129),
  ]

  @Test(arguments: expected) func fivePoints(_ expected: Expected) throws {
    let process = try Self.process(
      expected.shape, expected.length, variance: expected.variance)
    for (place, at) in [0.2, 0.5, 0.8].enumerated() {
      let (mean, deviation) = process.posterior(at: [at])
      #expect(abs(mean - expected.means[place]) < 1e-12)
      #expect(abs(deviation - expected.deviations[place]) < 1e-12)
    }
    #expect(abs(process.logMarginalLikelihood - expected.likelihood) < 2e-12)
  }

  @Test func theLikeliestScale() throws {
    let process = try Self.process(.matern, 0.2)
    #expect(abs(process.profiledLogMarginalLikelihood + 4.248503231316) < 2e-12)
    #expect(abs(process.bestScale - 0.435848011327) < 1e-12)
    // The likelihood itself, with variance and noise scaled alike.
    let scaled = try #require(
      GaussianProcess(
        process.kernel, variance: process.bestScale, noise: 1e-4 * process.bestScale,
        points: Self.points, values: Self.values))
    let difference = scaled.logMarginalLikelihood - process.profiledLogMarginalLikelihood
    #expect(abs(difference) < 1e-12)
  }

  /// Too smooth a model is punished hard.
  @Test(arguments: [
    (Kernel.Shape.matern, 0.1, -5.389015228612), (.matern, 0.4, -5.472820398355),
    (.rbf, 0.1, -5.370483631277), (.rbf, 0.4, -53.235407082460),
  ])
  func likelihoodsOfLengths(shape: Kernel.Shape, length: Double, expected: Double) throws {
    let process = try Self.process(shape, length)
    let tolerance = 1e-11 * abs(expected) + 5e-12
    #expect(abs(process.logMarginalLikelihood - expected) < tolerance)
  }

  /// Beside scikit-learn, on drawn cases of one to five dimensions.
  @Test func asOthersSay() throws {
    let rows = try ReferenceData.rows("Tuning/gaussian_process.txt")
      .filter { $0.first == "process" }
    #expect(rows.count == 60)
    for row in rows {
      let shape = try #require(Kernel.Shape(rawValue: String(row[1])))
      let whole = row[2...4].compactMap { Int($0) }
      let numbers = row.dropFirst(5).compactMap { ReferenceData.number($0) }
      var stream = RandomStream(seed: UInt64(whole[0]), "process")
      func draw() -> [Double] { (0..<whole[2]).map { _ in stream.uniform() } }
      let points = (0..<whole[1]).map { _ in draw() }
      let values = points.map { _ in 4 * stream.uniform() - 2 }
      let tests = (0..<3).map { _ in draw() }
      let process = try #require(
        GaussianProcess(
          Kernel(shape, length: numbers[0], dimensions: whole[2]), variance: numbers[1],
          noise: numbers[2], points: points, values: values))
      let found =
        [process.logMarginalLikelihood]
        + tests.map(process.posterior).flatMap { [$0.mean, $0.deviation] }
      for (one, other) in zip(found, numbers.dropFirst(3)) {
        #expect(abs(one - other) <= 1e-10 * abs(other), "\(row[2])")
      }
    }
  }

  @Test func whatKnowsNothingExpectsThePrior() {
    let process = GaussianProcess(Kernel(.rbf, length: 1, dimensions: 2), variance: 4, noise: 0)
    let (mean, deviation) = process.posterior(at: [0.3, 0.9])
    #expect(mean == 0 && deviation == 2)
    #expect(process.bestScale == 1 && process.logMarginalLikelihood == 0)
  }

  /// Without noise a point cannot stand twice; with too little the model is sure of a contradiction.
  @Test func aPointThatStandsTwice() throws {
    let kernel = Kernel(.matern, length: 0.2, dimensions: 1)
    let twice = [[0.5], [0.5]]
    #expect(GaussianProcess(kernel, noise: 0, points: twice, values: [1, -1]) == nil)
    for (noise, expected) in [(1e-6, 0.0007), (0.09, 0.207)] {
      let process = try #require(
        GaussianProcess(kernel, noise: noise, points: twice, values: [1, -1]))
      let (mean, deviation) = process.posterior(at: [0.5])
      #expect(abs(mean) < 1e-9)
      #expect(abs(deviation / expected - 1) < 0.02)
    }
  }

  /// A value more at a time or all at once: the bits are the same.
  @Test func valuesMayComeOneByOne() throws {
    var stream = RandomStream(seed: 4, "values")
    let points = (0..<40).map { _ in [stream.uniform(), stream.uniform()] }
    let values = points.map { $0[0] * $0[0] - $0[1] }
    let kernel = Kernel(.matern, lengths: [0.3, 0.7])
    let whole = try #require(
      GaussianProcess(kernel, noise: 1e-6, points: points, values: values))
    var grown = GaussianProcess(kernel, noise: 1e-6)
    for (point, value) in zip(points, values) {
      let isTaken = grown.observe(value, at: point)
      #expect(isTaken)
      // What was seen is known to within the noise.
      #expect(abs(grown.posterior(at: point).mean - value) < 5e-3)
    }
    #expect(grown.logMarginalLikelihood == whole.logMarginalLikelihood)
    #expect(grown.posterior(at: [0.2, 0.1]) == whole.posterior(at: [0.2, 0.1]))
  }

  /// Axes of which the values do not depend get the longest lengths.
  @Test func lengthsTellWhatMatters() throws {
    var stream = RandomStream(seed: 2, "lengths")
    let points = (0..<40).map { _ in (0..<3).map { _ in stream.uniform() } }
    let values = points.map { Elementary.sin(6 * $0[1]) }
    let process = try #require(GaussianProcess.likeliest(points: points, values: values))
    let lengths = process.kernel.lengths
    #expect(lengths[0] > 3 * lengths[1] && lengths[2] > 3 * lengths[1], "\(lengths)")
    #expect(GaussianProcess.likeliest(points: points, values: points.map { _ in 1 }) == nil)
    #expect(GaussianProcess.likeliest(points: [], values: []) == nil)
  }
}

@Suite struct GrowingCholeskyTests {
  /// Factor and solutions beside the factor that does not grow.
  @Test(arguments: [1, 2, 7, 8, 9, 33]) func asTheFactorThatDoesNotGrow(size: Int) throws {
    var stream = RandomStream(seed: 3, "matrix", size)
    let root = stream.normals(size * size)
    var matrix = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0..<size {
        matrix[row * size + column] = row == column ? 1 : 0
        for k in 0..<size {
          matrix[row * size + column] += root[row * size + k] * root[column * size + k]
        }
      }
    }
    var grown = GrowingCholesky()
    for row in 0..<size {
      let start = row * size
      let isTaken = grown.append(Array(matrix[start...(start + row)]))
      #expect(isTaken)
    }
    let right = stream.normals(size)
    let whole = try #require(Cholesky(matrix, size: size)).solve(right)
    let solved = grown.backward(grown.forward(right))
    for (one, other) in zip(solved, whole) {
      let error = abs(one - other) / max(1, abs(other))
      #expect(error < 1e-9)
    }
    let known = grown.forward(right)
    // Eight side by side, each a multiple of the first.
    var eight = right.map { $0 * SIMD8(1, 2, 4, 8, -1, -2, 0, 0.5) }
    eight.withUnsafeMutableBufferPointer { grown.forward($0) }
    for (lanes, one) in zip(eight, known) {
      let error = abs(lanes[3] - 8 * one) / max(1, abs(one))
      #expect(error < 1e-10 && lanes[6] == 0 && lanes[4] == -lanes[0])
    }
    #expect(grown.forward(right[size - 1], after: Array(known.dropLast())) == known[size - 1])
    #expect(grown.append(Array(matrix.prefix(size)) + [matrix[0]]) == false)
    #expect(grown.size == size)
  }
}
