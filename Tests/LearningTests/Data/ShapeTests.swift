import Learning
import Numerics
import Testing

/// The shapes without noise, beside scikit-learn's where it has them: `Tests/Reference/Data/shapes.py`.
@Suite struct ShapeTests {
  /// Every point of the reference has one of ours beside it, of the same class, and no other class is
  /// as near.
  @Test(arguments: ["circles", "two-moons"])
  func curvesAreThoseOfTheReference(name: String) throws {
    let generator = try #require(Generator.all.first { $0.name == name })
    var stream = RandomStream(seed: 1, "data")
    let data = generator(count: 4_000, noise: 0, from: &stream)
    let reference = try Fixture.rows("Data/shapes.txt").filter { $0[0] == name }
    #expect(reference.count == 48)
    let labels = data.labels
    for row in reference {
      let (x, y) = (try #require(Fixture.number(row[2])), try #require(Fixture.number(row[3])))
      let nearest = (0..<data.rows).map { row in
        let (dx, dy) = (data.features[2 * row] - x, data.features[2 * row + 1] - y)
        return (label: labels[row], distance: dx * dx + dy * dy)
      }
      .min { $0.distance < $1.distance }
      #expect(nearest?.label == Int(row[1]) && (nearest?.distance ?? 1) < 0.01 * 0.01)
    }
  }

  @Test func blobsAreThoseOfTheReference() throws {
    let rows = try Fixture.rows("Data/shapes.txt")
    let flat = try #require(rows.first { $0[0] == "blob-centers" }).dropFirst().map {
      try #require(Fixture.number($0))
    }
    let centers = stride(from: 0, to: flat.count, by: 2).map { [flat[$0], flat[$0 + 1]] }
    var stream = RandomStream(seed: 2, "data")
    let data = Dataset.blobs(count: 11, noise: 0, centers: centers, from: &stream)
    let ours = (0..<11).map {
      [data.targets[$0], data.features[2 * $0], data.features[2 * $0 + 1]]
    }
    let reference = try rows.filter { $0[0] == "blobs" }.map { row in
      [try #require(Double(row[1]))] + (try row[2...].map { try #require(Fixture.number($0)) })
    }
    #expect(ours.sorted { $0[0] < $1[0] } == reference)
  }

  @Test func circlesKeepTheirRadii() {
    var stream = RandomStream(seed: 3, "data")
    let data = Dataset.circles(count: 2_000, noise: 0, factor: 0.3, from: &stream)
    var sums = (x: 0.0, y: 0.0)
    for row in 0..<data.rows {
      let (x, y) = (data.features[2 * row], data.features[2 * row + 1])
      let radius = data.targets[row] == 0 ? 1 : 0.3
      #expect(abs((x * x + y * y).squareRoot() - radius) < 1e-15)
      sums = (sums.x + x / radius, sums.y + y / radius)
    }
    // The coordinates of a uniform angle have mean 0 and variance ½.
    #expect(max(abs(sums.x), abs(sums.y)) < 4 * 31.62)
  }

  @Test func spiralsTurnWithTheirRadius() {
    var stream = RandomStream(seed: 4, "data")
    let data = Dataset.spirals(count: 3_000, noise: 0, classes: 3, turns: 2, from: &stream)
    var sum = 0.0
    for row in 0..<data.rows {
      let (x, y) = (data.features[2 * row], data.features[2 * row + 1])
      let radius = (x * x + y * y).squareRoot()
      let angle = 2 * Double.pi * (2 * radius + data.targets[row] / 3)
      #expect(abs(x - radius * Elementary.cos(angle)) < 1e-13)
      #expect(abs(y - radius * Elementary.sin(angle)) < 1e-13)
      sum += radius * radius
    }
    // The squared radius is uniform: a standard error of √(1/12/3,000).
    #expect(abs(sum / 3_000 - 0.5) < 4 * 0.00527)
  }

  @Test func xorIsBeyondAnyLine() {
    var stream = RandomStream(seed: 5, "data")
    let data = Dataset.xor(count: 40, noise: 0, from: &stream)
    #expect(Array(data.features.prefix(8)) == [-1, -1, -1, 1, 1, -1, 1, 1])
    #expect(Array(data.targets.prefix(4)) == [-1, 1, 1, -1])
    // Targets are orthogonal to both features and to a constant: the best fit is 0, its error 1.
    for column in 0..<2 { #expect(product(feature(column, of: data), data.targets) == 0) }
    #expect(data.targets.reduce(0, +) == 0 && data.targets.allSatisfy { $0 * $0 == 1 })
  }

  @Test func sineIsOnePeriod() {
    var stream = RandomStream(seed: 6, "data")
    let data = Dataset.sine(count: 2_000, noise: 0, from: &stream)
    for (x, y) in zip(data.features, data.targets) {
      #expect(0..<1 ~= x && y == Elementary.sin(2 * Double.pi * x))
    }
    // Uniform: a standard error of √(1/12/2,000).
    let mean = data.features.reduce(0, +) / 2_000
    #expect(abs(mean - 0.5) < 4 * 0.006455)
  }

  @Test(arguments: [5, 6, 20, 133])
  func linearHasItsSpectrum(count: Int) {
    let eigenvalues = [4, 1, 0.25, 0.06, 0.015]
    let weights = [1.0, -2, 3, -4, 5]
    var stream = RandomStream(seed: 7, "data")
    let data = Dataset.linear(
      count: count, noise: 0, eigenvalues: eigenvalues, weights: weights, from: &stream)
    for i in 0..<5 {
      for j in 0..<5 {
        let moment = product(feature(i, of: data), feature(j, of: data)) / Double(count)
        #expect(abs(moment - (i == j ? eigenvalues[i] : 0)) < 1e-14)
      }
      // X'y/n = λw without noise.
      let slope = product(feature(i, of: data), data.targets) / Double(count)
      #expect(abs(slope - eigenvalues[i] * weights[i]) < 1e-13)
    }
  }

  private func feature(_ column: Int, of data: Dataset) -> [Double] {
    (0..<data.rows).map { data.features[$0 * data.columns + column] }
  }

  private func product(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// 100 × N(1.5, 1) against 900 × N(0, 1): the area is Φ(1.5/√2).
  @Test func imbalancedClassesOverlapAsTheyShould() {
    var stream = RandomStream(seed: 8, "data")
    let usual = Dataset.imbalanced(from: &stream)
    #expect(usual.rows == 1_000 && usual.targets.reduce(0, +) == 100)
    let data = Dataset.imbalanced(count: 40_000, from: &stream)
    let rare = zip(data.features, data.targets).filter { $0.1 == 1 }.map(\.0)
    let mean = rare.reduce(0, +) / 4_000
    #expect(abs(mean - 1.5) < 4 * 0.0158)
    let area = ScoredLabels(truth: data.targets.map { $0 == 1 }, scores: data.features).rocAUC
    #expect(abs(area.value - 0.85558) < 4 * 0.0032)
  }

  /// Where the usual threshold ½ goes wrong: it and ¾ stay below 95 % of the best F1.
  @Test func theBestThresholdOfTheImbalancedClassesIsHigh() {
    var sums = Array(repeating: 0.0, count: 13)
    for seed in 0..<20 as Range<UInt64> {
      var stream = RandomStream(seed: seed, "data")
      let data = Dataset.imbalanced(from: &stream)
      let scored = ScoredLabels(truth: data.targets.map { $0 == 1 }, scores: data.features)
      for step in sums.indices {
        sums[step] += ConfusionMatrix(scored, threshold: Double(step) / 4).f1().value / 20
      }
    }
    let best = sums.max() ?? 0
    #expect(sums[2] < 0.95 * best && sums[3] < 0.95 * best, "\(sums)")
    #expect(sums[6] > 0.95 * best)
  }
}
