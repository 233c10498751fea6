import Numerics
import Testing
import Tuning

@testable import Simulations

@Suite struct LatticeTests {
  /// Row by row it says what the process says that is asked point by point.
  @Test(
    arguments: [
      (Kernel.Shape.matern, 0.15, 1e-6), (.matern, 2, 1e-6), (.matern, 0.01, 1e-2),
      (.rbf, 0.1, 1e-3),
    ])
  func asTheProcessSays(shape: Kernel.Shape, length: Double, noise: Double) {
    var stream = RandomStream(seed: 1, "lattice")
    var lattice = Lattice(shape, length: length, noise: noise)
    var process = GaussianProcess(Kernel(shape, length: length, dimensions: 1), noise: noise)
    for point in [50, 3, 97, 20, 71, 72, 0, 100, 34, 60] {
      let value = stream.normal()
      lattice.look(at: point, value)
      let isTaken = process.observe(value, at: [Lattice.place(point)])
      #expect(isTaken)
    }
    for point in 0..<Lattice.points {
      let (mean, deviation) = process.posterior(at: [Lattice.place(point)])
      #expect(abs(lattice.means[point] - mean) < 1e-7 * max(1, abs(mean)), "\(point)")
      #expect(abs(lattice.deviation(point) - deviation) < 1e-7, "\(point)")
    }
  }

  @Test func itKnowsNothingAtFirst() {
    let lattice = Lattice(length: 0.3, noise: 0)
    #expect(lattice.means.allSatisfy { $0 == 0 } && lattice.variances.allSatisfy { $0 == 1 })
    #expect(Lattice.place(0) == 0 && Lattice.place(100) == 1)
  }

  /// A point looked at twice, without noise and with.
  @Test func aPointLookedAtTwice() {
    var lattice = Lattice(length: 0.3, noise: 0)
    lattice.look(at: 40, 1)
    lattice.look(at: 40, -1)
    #expect(lattice.rows.count == 1 && lattice.means[40] == 1)
    var noisy = Lattice(length: 0.3, noise: 0.09)
    noisy.look(at: 40, 1)
    noisy.look(at: 40, -1)
    #expect(abs(noisy.means[40]) < 1e-12 && abs(noisy.deviation(40) - 0.2075) < 1e-4)
  }
}

@Suite struct DrawnCurveTests {
  /// Values of variance 1, alike as Matérn's kernel says.
  @Test func curvesAreOfTheProcess() {
    let curves = (0..<4000).map { DrawnCurve(seed: 3, $0) }
    let lattice = Lattice(length: 0.15, noise: 0)
    for distance in [0, 5, 15, 40] {
      let products = curves.map { $0.values[30] * $0.values[30 + distance] }
      let mean = products.reduce(0, +) / 4000
      var one = GaussianProcess(Kernel(.matern, length: 0.15, dimensions: 1), noise: 0)
      _ = one.observe(1, at: [0])
      let expected = one.posterior(at: [Double(distance) / 100]).mean
      #expect(abs(mean - expected) < 4 * 1.5 / 63, "\(distance): \(mean)")
    }
    #expect(lattice.means.count == Lattice.points)
    #expect(curves.allSatisfy { $0.lowest == $0.values.min() })
  }

  /// What random points leave, counted over all that could be drawn.
  @Test func randomLooksByEnumeration() {
    let curve = DrawnCurve(seed: 5, 0)
    let values = curve.values
    var (pairs, singles) = (0.0, 0.0)
    for one in values.indices {
      singles += values[one] - curve.lowest
      for other in values.indices where other != one {
        pairs += min(values[one], values[other]) - curve.lowest
      }
    }
    #expect(abs(curve.randomRegret(after: 1) - singles / 101) < 1e-12)
    #expect(abs(curve.randomRegret(after: 2) - pairs / (101 * 100)) < 1e-12)
    #expect(curve.randomRegret(after: 101) == 0)
  }

  /// Twelve looks spread evenly leave half of what twelve random ones do: .102 ± .005.
  @Test func evenLooks() {
    let points = (0..<12).map { Int((100 * (Double($0) + 0.5) / 12).rounded()) }
    let regrets = (0..<1280).map { number -> Double in
      let curve = DrawnCurve(seed: 6, number)
      return (points.map { curve.values[$0] }.min() ?? .infinity) - curve.lowest
    }
    let mean = regrets.reduce(0, +) / 1280
    #expect(abs(mean - 0.102) < 0.02, "\(mean)")
  }
}

@Suite struct CurveHuntTests {
  private static func hunt(_ acquisition: Acquisition, length: Double = 0.15) -> CurveHunt {
    CurveHunt(
      length: length, acquisition, looks: 12, curves: (0..<16).map { DrawnCurve(seed: 4, $0) },
      seed: 4)
  }

  /// No point twice, the second half the range on, and the best so far never rises.
  @Test(
    arguments: [
      Acquisition.lowerConfidenceBound(deviations: 0.03), .expectedImprovement(margin: 0),
      .probabilityOfImprovement(margin: 0),
    ])
  func looksAreMadeAsSaid(acquisition: Acquisition) {
    let hunt = Self.hunt(acquisition)
    for number in 0..<16 {
      let trail = hunt.trail(on: number, looks: 30)
      #expect(Set(trail.looks).count == 30)
      #expect((trail.looks[0] + 50) % 101 == trail.looks[1])
      #expect(zip(trail.regrets, trail.regrets.dropFirst()).allSatisfy { $0 >= $1 })
      // A search of some looks is the beginning of one of more.
      #expect(hunt.trail(on: number, looks: 9).looks == Array(trail.looks.prefix(9)))
    }
  }

  /// The next look by the process of the other room, asked about every point.
  @Test(
    arguments: [
      Acquisition.lowerConfidenceBound(deviations: 2), .expectedImprovement(margin: 0.1),
    ])
  func nextIsWhereMostIsHoped(acquisition: Acquisition) {
    let hunt = Self.hunt(acquisition)
    for number in 0..<8 {
      let (curve, trail) = (hunt.curves[number], hunt.trail(on: number, looks: 6))
      var process = GaussianProcess(Kernel(.matern, length: 0.15, dimensions: 1), noise: 1e-6)
      for look in trail.looks { _ = process.observe(curve.values[look], at: [Lattice.place(look)]) }
      let best = trail.looks.map { curve.values[$0] }.min() ?? 0
      let hopes = (0..<Lattice.points).map { point -> Double in
        guard !trail.looks.contains(point) else { return -.infinity }
        let (mean, deviation) = process.posterior(at: [Lattice.place(point)])
        return acquisition.value(mean: mean, deviation: deviation, best: best)
      }
      let most = hopes.max() ?? 0
      let next = hunt.next(after: trail)
      #expect(abs(hopes[next] - most) < 1e-9, "\(number)")
    }
  }

  /// Under noise of deviation .3, 24 random looks leave .189, chosen by the lowest value seen; by the
  /// lowest mean of the right model .142 ± .003, says an implementation in numpy.
  @Test func randomLooksUnderNoise() {
    var (byValue, byMean) = (0.0, 0.0)
    for number in 0..<640 {
      let curve = DrawnCurve(seed: 9, number)
      var stream = RandomStream(seed: 9, "random looks", number)
      let points = stream.permutation(Lattice.points).prefix(24)
      var model = Lattice(length: 0.15, noise: 0.09)
      var seen: [Int: Double] = [:]
      for point in points {
        let value = curve.values[point] + 0.3 * stream.normal()
        model.look(at: point, value)
        seen[point] = value
      }
      let lowest = points.min { (seen[$0] ?? 0) < (seen[$1] ?? 0) } ?? 0
      let chosen = points.min { model.means[$0] < model.means[$1] } ?? 0
      byValue += (curve.values[lowest] - curve.lowest) / 640
      byMean += (curve.values[chosen] - curve.lowest) / 640
    }
    #expect(abs(byValue - 0.189) < 0.035, "\(byValue)")
    #expect(abs(byMean - 0.142) < 0.03, "\(byMean)")
    #expect(byMean < 0.9 * byValue)
  }

  /// Noise of deviation .3, 24 looks, and models that assume another; the best point by the model's mean.
  ///
  /// The ground truth has .107, .078, .075 and .102; an implementation in numpy, on 1,280 curves, .111,
  /// .050, .042 and .090, and by the lowest value seen .115, .096, .101 and .128.
  @Test func assumedNoise() {
    func regret(_ assumed: Double) -> (byMean: Double, byValue: Double) {
      var (byMean, byValue) = (0.0, 0.0)
      let count = 640
      for number in 0..<count {
        let curve = DrawnCurve(seed: 9, number)
        var stream = RandomStream(seed: 9, "noise", number)
        var model = Lattice(length: 0.15, noise: assumed)
        var seen: [Int: Double] = [:]
        let first = stream.integer(below: 101)
        for look in 0..<24 {
          var point = look == 0 ? first : (first + 50) % 101
          if look > 1 {
            let best = seen.keys.map { model.means[$0] }.min() ?? 0
            let hopes = (0..<101).map { point in
              seen[point] == nil
                ? Acquisition.expectedImprovement(margin: 0)
                  .value(mean: model.means[point], deviation: model.deviation(point), best: best)
                : -1
            }
            point = hopes.indices.max { hopes[$0] < hopes[$1] } ?? 0
          }
          let value = curve.values[point] + 0.3 * stream.normal()
          model.look(at: point, value)
          seen[point] = value
        }
        let points = seen.keys.sorted()
        let chosen = points.min { model.means[$0] < model.means[$1] } ?? 0
        let lowest = points.min { (seen[$0] ?? 0) < (seen[$1] ?? 0) } ?? 0
        byMean += (curve.values[chosen] - curve.lowest) / Double(count)
        byValue += (curve.values[lowest] - curve.lowest) / Double(count)
      }
      return (byMean, byValue)
    }
    let known: [(assumed: Double, byMean: Double)] = [
      (1e-6, 0.111), (0.01, 0.050), (0.09, 0.042), (1, 0.090),
    ]
    let found = known.map { regret($0.assumed) }
    for (found, known) in zip(found, known) {
      #expect(
        abs(found.byMean - known.byMean) < 0.025 * known.byMean / 0.09, "\(known.assumed): \(found)"
      )
    }
    // The right assumption leaves half of what either far one does, and .01 hardly more than it.
    #expect(found[2].byMean < 0.6 * found[0].byMean && found[2].byMean < 0.6 * found[3].byMean)
    #expect(abs(found[1].byMean - found[2].byMean) < 0.02)
    // The lowest value seen was lucky: choose by the mean.
    #expect(found[2].byMean < 0.6 * found[2].byValue)
  }
}
