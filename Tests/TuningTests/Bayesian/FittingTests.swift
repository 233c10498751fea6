import Numerics
import Testing

@testable import Tuning

@Suite struct FittingTests {
  private static func drawn(_ count: Int, _ dimensions: Int) -> (
    points: [[Double]], values: [Double]
  ) {
    var stream = RandomStream(seed: 5, "fitted", count)
    let points = (0..<count).map { _ in (0..<dimensions).map { _ in stream.uniform() } }
    return (points, stream.normals(count))
  }

  /// As the process itself says.
  @Test(arguments: [(1, 1), (2, 1), (7, 2), (8, 3), (9, 8), (40, 4)])
  func likelihoodsAreThoseOfProcesses(count: Int, dimensions: Int) throws {
    let (points, values) = Self.drawn(count, dimensions)
    var likelihoods = Likelihoods(points: points, values: values)
    for (length, noise) in [(0.1, 1e-2), (0.7, 1e-4), (3, 0.5)] {
      let lengths = (0..<dimensions).map { length * Double($0 + 1) }
      let kernel = Kernel(.matern, lengths: lengths)
      let process = try #require(
        GaussianProcess(kernel, noise: noise, points: points, values: values))
      let profiled = likelihoods.profiled(kernel, noise: noise)
      let found = try #require(profiled)
      let known = process.profiledLogMarginalLikelihood
      #expect(abs(found - known) < 1e-8 * max(1, abs(known)), "\(length)")
    }
  }

  @Test func aPointThatStandsTwiceHasNoLikelihood() {
    var likelihoods = Likelihoods(points: [[0.5], [0.5]], values: [1, -1])
    let kernel = Kernel(.matern, length: 0.2, dimensions: 1)
    let likelihood = (
      without: likelihoods.profiled(kernel, noise: 0),
      with: likelihoods.profiled(kernel, noise: 0.1)
    )
    #expect(likelihood.without == nil && likelihood.with != nil)
  }

  /// A smooth curve is not taken for noise, however few its values are; noise is.
  @Test func noiseIsToldFromAFunction() throws {
    for count in [5, 8, 20] {
      let points = (0..<count).map { [(Double($0) + 0.5) / Double(count)] }
      let values = StandardValues(points.map { Elementary.sin(9 * $0[0]) }).values
      let process = try #require(GaussianProcess.likeliest(points: points, values: values))
      #expect(process.noise < 1e-3 * process.variance, "\(count): \(process.noise)")
    }
    let (points, values) = Self.drawn(80, 1)
    let noisy = zip(points, values).map { Elementary.sin(6 * $0[0]) + 0.4 * $1 }
    let process = try #require(
      GaussianProcess.likeliest(points: points, values: StandardValues(noisy).values))
    // A quarter of the values' variance is noise.
    #expect((0.15...0.4).contains(process.noise), "\(process.noise)")
  }

  /// What is smooth by its logarithm is modelled by that, and what has no logarithm or a jagged one is not.
  @Test func theLikelierScaleIsTaken() throws {
    let points = (0..<16).map { [(Double($0) + 0.5) / 16] }
    let waves = points.map { Elementary.sin(7 * $0[0]) }
    func slope(_ values: [Double], _ isKeepingZero: Bool = false) throws -> Double {
      let fitted = try #require(
        FittedValues(points: points, values, isKeepingZero: isKeepingZero))
      let standard = fitted.standard.values
      // How much farther apart the two lowest values are than by themselves.
      let order = values.indices.sorted { values[$0] < values[$1] }
      let (first, second, last) = (order[0], order[4], order[15])
      return (standard[second] - standard[first]) / (standard[last] - standard[first])
        / ((values[second] - values[first]) / (values[last] - values[first]))
    }
    let ratios = waves.map { Elementary.exp(4 * $0) }
    let byRatio = try slope(ratios)
    #expect(byRatio > 2)
    let kept = try slope(ratios, true)
    #expect(kept < 2)
    for values in [waves, waves.map { $0 + 1.0001 }] {
      let plain = try slope(values)
      #expect(abs(plain - 1) < 1e-9)
    }
  }

  /// Eight points side by side are as each by itself.
  @Test(arguments: [0, 1, 8, 19]) func manyPosteriorsAreAsEach(count: Int) throws {
    let (points, values) = Self.drawn(30, 3)
    let process = try #require(
      GaussianProcess(
        Kernel(.matern, lengths: [0.2, 0.5, 1]), variance: 2, noise: 1e-3, points: points,
        values: values))
    let others = Self.drawn(count, 3).points
    let all = process.posteriors(at: others)
    #expect(all.count == count)
    for (point, found) in zip(others, all) {
      let single = process.posterior(at: point)
      #expect(abs(found.mean - single.mean) < 1e-11)
      #expect(abs(found.deviation - single.deviation) < 1e-11)
    }
    let nothing = GaussianProcess(Kernel(.rbf, length: 1, dimensions: 3), variance: 4, noise: 0)
    #expect(nothing.posteriors(at: others).allSatisfy { $0 == (0, 2) })
  }
}
