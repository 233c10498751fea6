import Numerics
import TestKit
import Testing

@testable import Tuning

@Suite struct HaltonPointsTests {
  /// Points 0 … 4 in bases 2, 3 and 5, by hand.
  @Test func pointsAreMirroredDigits() {
    let points = HaltonPoints(dimensions: 3)
    let expected: [[Double]] = [
      [0, 0, 0], [1 / 2, 1 / 3, 1 / 5], [1 / 4, 2 / 3, 2 / 5], [3 / 4, 1 / 9, 3 / 5],
      [1 / 8, 4 / 9, 4 / 5],
    ]
    #expect((0..<5).map { points[$0] } == expected)
    #expect(points.first(4) == Array(expected.dropFirst()))
    #expect(points.first(0) == [] && points.first(-1) == [])
    #expect(HaltonPoints(dimensions: 0)[7] == [])
  }

  /// Any b^k points in a row have one in each of the b^k equal slices of the axis of base b.
  @Test(arguments: [0, 1, 17, 1000]) func everyStretchFillsEverySlice(start: Int) {
    let points = HaltonPoints(dimensions: 3)
    for (axis, slices) in [(0, 16), (1, 27), (2, 25)] {
      let places = (start..<start + slices).map { Int(points[$0][axis] * Double(slices) + 1e-9) }
      #expect(places.sorted() == Array(0..<slices))
    }
  }

  @Test func aShiftMovesAllAlike() {
    let (plain, moved) = (HaltonPoints(dimensions: 2), HaltonPoints(dimensions: 2, seed: 5))
    let shifts = (0..<50).map { index in
      zip(plain[index], moved[index]).map { pair in
        let shift = pair.1 - pair.0
        return ((shift < 0 ? shift + 1 : shift) * 1e9).rounded()
      }
    }
    #expect(Set(shifts).count == 1)
    #expect(moved[0] != HaltonPoints(dimensions: 2, seed: 6)[0])
  }

  @Test func theEndsOfWholeNumbersAreNoTrap() {
    let inverse = HaltonPoints.radicalInverse(.max, base: 2)
    #expect(inverse < 1 && inverse > 0.999)
    let inside = HaltonPoints(dimensions: 40)[.max].map { (0..<1).contains($0) }
    #expect(!inside.contains(false))
  }

  /// On one axis the largest gap of 20 random points is H₂₁/21 = .1736 on average, of Halton's .0625.
  @Test func gapsAreNarrow() {
    func widest(_ places: [Double]) -> Double {
      let ends = [0] + places.sorted() + [1]
      return zip(ends, ends.dropFirst()).map { $1 - $0 }.max() ?? 1
    }
    #expect(widest(HaltonPoints(dimensions: 1).first(20).map { $0[0] }) == 0.0625)
    let harmonic = (1...21).map { 1 / Double($0) }.reduce(0, +) / 21
    #expect(abs(harmonic - 0.1736) < 5e-5)
    var stream = RandomStream(seed: 1, "gaps")
    let random = (0..<4000).map { _ in widest((0..<20).map { _ in stream.uniform() }) }
    #expect(abs(random.reduce(0, +) / 4000 - harmonic) < 0.003)
  }
}

@Suite struct SobolPointsTests {
  /// Points 0 … 7 as scipy has them.
  @Test func pointsAreInTheOrderOfTheGrayCode() {
    let expected: [[Double]] = [
      [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625], [0.875, 0.875, 0.125], [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
    ]
    #expect(SobolPoints(dimensions: 3).first(8) == expected)
    #expect(SobolPoints(dimensions: 0).first(2) == [[], []])
    #expect(SobolPoints(dimensions: 2).first(-1) == [])
  }

  @Test func everySliceHoldsOnePoint() {
    let points = SobolPoints(dimensions: SobolPoints.mostDimensions).first(256)
    for axis in 0..<SobolPoints.mostDimensions {
      #expect(points.map { Int($0[axis] * 256) }.sorted() == Array(0..<256))
    }
  }
}

@Suite struct LatinHypercubeTests {
  @Test(arguments: [1, 2, 16, 101]) func everySliceHoldsOnePoint(count: Int) {
    let points = LatinHypercube(count, dimensions: 3, seed: 2).points
    #expect(points.count == count)
    for axis in 0..<3 {
      #expect(points.map { Int($0[axis] * Double(count)) }.sorted() == Array(0..<count))
    }
    #expect(points == LatinHypercube(count, dimensions: 3, seed: 2).points)
    #expect(points != LatinHypercube(count, dimensions: 3, seed: 3).points)
  }

  @Test func nothingIsNoTrap() {
    #expect(LatinHypercube(0, dimensions: 2, seed: 1).points == [])
    #expect(LatinHypercube(2, dimensions: 0, seed: 1).points == [[], []])
  }
}

@Suite struct DiscrepancyTests {
  /// Random points: √((2⁻ᵈ − 3⁻ᵈ)/n), which 400 designs meet.
  @Test(arguments: [(16, 0.0932), (64, 0.0466), (256, 0.0233)])
  func randomPointsAreAsUnevenAsTheorySays(count: Int, expected: Double) {
    let exact = Elementary.squareRoot((1.0 / 4 - 1.0 / 9) / Double(count))
    #expect(abs(exact - expected) < 5.1e-5)
    guard count < 256 else { return }
    let squares = (0..<400).map { seed -> Double in
      var stream = RandomStream(seed: UInt64(seed), "uneven")
      let value = Discrepancy.starL2(
        (0..<count).map { _ in [stream.uniform(), stream.uniform()] })
      return value * value
    }
    let measured = Elementary.squareRoot(squares.reduce(0, +) / 400)
    #expect(abs(measured / exact - 1) < 0.06)
  }

  private static let designs: [(name: String, count: Int, expected: Double)] = [
    ("halton", 16, 0.04614), ("halton", 64, 0.01397), ("halton", 256, 0.00428),
    ("halton from 0", 16, 0.0683), ("halton from 0", 64, 0.0164),
    ("halton from 0", 256, 0.0053), ("grid", 16, 0.0597), ("grid", 64, 0.0296),
    ("grid", 256, 0.0147), ("sobol", 16, 0.0478), ("sobol", 64, 0.0129),
    ("sobol", 256, 0.0033),
  ]

  @Test(arguments: designs)
  func evenPointsAreAsEvenAsKnown(name: String, count: Int, expected: Double) {
    let halton = HaltonPoints(dimensions: 2)
    let points =
      switch name {
      case "halton": halton.first(count)
      case "halton from 0": (0..<count).map { halton[$0] }
      case "sobol": SobolPoints(dimensions: 2).first(count)
      default:
        GridSearch(Search(Cube(dimensions: 2), budget: count)).propose(after: []).map(\.point)
      }
    #expect(points.count == count)
    #expect(abs(Discrepancy.starL2(points) / expected - 1) < 0.012)
  }

  @Test(arguments: [(16, 0.0477), (64, 0.0217), (256, 0.0104)])
  func latinHypercubesAreEvenAlongTheAxesAlone(count: Int, expected: Double) {
    let squares = (0..<400).map { seed -> Double in
      let value = Discrepancy.starL2(
        LatinHypercube(count, dimensions: 2, seed: UInt64(seed)).points)
      return value * value
    }
    #expect(abs(Elementary.squareRoot(squares.reduce(0, +) / 400) / expected - 1) < 0.06)
  }

  @Test func oneHalton() {
    let points = HaltonPoints(dimensions: 2).first(16)
    #expect(abs(Discrepancy.starL2(points) / 0.0461391466221031 - 1) < 1e-12)
    #expect(abs(Discrepancy.centredSquare(points) / 0.004992041568205874 - 1) < 1e-12)
    #expect(Discrepancy.starL2([]) == 0 && Discrepancy.centredSquare([]) == 0)
  }

  /// Beside scipy, on drawn points.
  @Test func asOthersSay() throws {
    let rows = try ReferenceData.rows("Tuning/points.txt").filter { $0.first == "discrepancy" }
    #expect(rows.count == 60)
    for row in rows {
      let numbers = row.dropFirst().compactMap { Int($0) }
      let (count, dimensions) = (numbers[1], numbers[2])
      var stream = RandomStream(seed: UInt64(numbers[0]), "points")
      let points = (0..<count).map { _ in (0..<dimensions).map { _ in stream.uniform() } }
      let star = try #require(ReferenceData.number(row[4]))
      let centred = try #require(ReferenceData.number(row[5]))
      #expect(abs(Discrepancy.starL2(points) / star - 1) < 1e-10)
      #expect(abs(Discrepancy.centredSquare(points) / centred - 1) < 1e-10)
    }
  }

  @Test func pointsAreThoseOfOthers() throws {
    let rows = try ReferenceData.rows("Tuning/points.txt")
    for row in rows where row.first == "halton" || row.first == "sobol" {
      let index = try #require(Int(row[1]))
      let expected = row.dropFirst(2).compactMap { ReferenceData.number($0) }
      let found =
        row.first == "halton"
        ? HaltonPoints(dimensions: 10)[index] : SobolPoints(dimensions: 10).first(index + 1)[index]
      let off = zip(found, expected).map { abs($0 - $1) }.max() ?? 1
      #expect(found.count == expected.count && off < 1e-15)
    }
  }
}
