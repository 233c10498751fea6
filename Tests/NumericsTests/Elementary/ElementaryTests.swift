import Numerics
import Testing

/// A function, both ways to call it, and the worst error its documentation admits.
struct ElementaryCase: Sendable, CustomTestStringConvertible {
  let name: String
  let limit: Double
  let scalar: @Sendable (Double) -> Double
  let lanes: @Sendable (SIMD8<Double>) -> SIMD8<Double>
  var testDescription: String { name }

  static let all = [
    Self(name: "exp", limit: 1, scalar: { Elementary.exp($0) }, lanes: { Elementary.exp($0) }),
    Self(name: "log", limit: 0.85, scalar: { Elementary.log($0) }, lanes: { Elementary.log($0) }),
    Self(name: "tanh", limit: 1.6, scalar: { Elementary.tanh($0) }, lanes: { Elementary.tanh($0) }),
    Self(
      name: "sigmoid", limit: 1.4, scalar: { Elementary.sigmoid($0) },
      lanes: { Elementary.sigmoid($0) }),
    Self(
      name: "softplus", limit: 1.7, scalar: { Elementary.softplus($0) },
      lanes: { Elementary.softplus($0) }),
    Self(name: "sin", limit: 0.85, scalar: { Elementary.sin($0) }, lanes: { Elementary.sin($0) }),
    Self(name: "cos", limit: 0.85, scalar: { Elementary.cos($0) }, lanes: { Elementary.cos($0) }),
    Self(
      name: "expm1", limit: 1.35, scalar: { Elementary.expm1($0) }, lanes: { Elementary.expm1($0) }),
    Self(
      name: "log1p", limit: 1.5, scalar: { Elementary.log1p($0) }, lanes: { Elementary.log1p($0) }),
    Self(
      name: "normal-distribution", limit: 1.5, scalar: { Elementary.normalDistribution($0) },
      lanes: { Elementary.normalDistribution($0) }),
  ]
}

@Suite struct ElementaryTests {
  @Test(arguments: ElementaryCase.all)
  func errorInUlp(function: ElementaryCase) throws {
    var worst = 0.0
    var cases = 0
    for row in try Fixture.rows("elementary.txt") where row[0] == function.name {
      let x = try #require(Fixture.number(row[1]))
      let nearest = try #require(Fixture.number(row[2]))
      let offset = try #require(Double(row[3])) / 1000
      let result = function.scalar(x)
      let error = (result - nearest) / (nearest.magnitude.nextUp - nearest.magnitude) - offset
      worst = max(worst, error.magnitude)
      cases += 1
    }
    #expect(cases == 400)
    // Half a thousandth may be lost in the file.
    #expect(worst <= function.limit + 0.0005)
  }

  @Test(arguments: ElementaryCase.all)
  func lanesHoldTheBitsOfTheScalar(function: ElementaryCase) {
    var stream = RandomStream(seed: 1, "lanes")
    var different = 0
    for round in 0..<12_500 {
      var x = SIMD8<Double>.zero
      for lane in 0..<8 {
        x[lane] =
          round % 2 == 0 ? Double(bitPattern: stream.bits()) : stream.uniform(in: -800..<800)
      }
      let y = function.lanes(x)
      for lane in 0..<8 {
        let scalar = function.scalar(x[lane])
        if scalar.isNaN ? !y[lane].isNaN : y[lane].bitPattern != scalar.bitPattern {
          different += 1
        }
      }
    }
    #expect(different == 0)
  }

  static let tiny = Double.leastNonzeroMagnitude
  static let special: [(String, Double, Double)] = [
    ("exp", 0, 1), ("exp", -0.0, 1), ("exp", .infinity, .infinity), ("exp", -.infinity, 0),
    ("exp", .nan, .nan), ("exp", 709.79, .infinity), ("exp", -745.14, 0), ("exp", -745.13, tiny),
    ("exp", 1e308, .infinity), ("exp", -1e308, 0),
    ("log", 1, 0), ("log", 0, -.infinity), ("log", -0.0, -.infinity),
    ("log", .infinity, .infinity), ("log", -.infinity, .nan), ("log", -1, .nan),
    ("log", -tiny, .nan), ("log", .nan, .nan), ("log", tiny, -744.4400719213812),
    ("tanh", 0, 0), ("tanh", -0.0, -0.0), ("tanh", .infinity, 1), ("tanh", -.infinity, -1),
    ("tanh", .nan, .nan), ("tanh", tiny, tiny), ("tanh", -tiny, -tiny), ("tanh", 1e308, 1),
    ("tanh", -20, -1),
    ("sigmoid", 0, 0.5), ("sigmoid", -0.0, 0.5), ("sigmoid", .infinity, 1),
    ("sigmoid", -.infinity, 0), ("sigmoid", .nan, .nan), ("sigmoid", -745.13, tiny),
    ("sigmoid", 1e4, 1), ("sigmoid", -1e4, 0),
    ("softplus", .infinity, .infinity), ("softplus", -.infinity, 0), ("softplus", .nan, .nan),
    ("softplus", 1e4, 1e4), ("softplus", -1e4, 0), ("softplus", -745.13, tiny),
    ("softplus", 1e308, 1e308),
    ("sin", 0, 0), ("sin", -0.0, -0.0), ("sin", .infinity, .nan), ("sin", -.infinity, .nan),
    ("sin", .nan, .nan), ("sin", tiny, tiny),
    ("cos", 0, 1), ("cos", -0.0, 1), ("cos", .infinity, .nan), ("cos", .nan, .nan),
    ("expm1", 0, 0), ("expm1", -0.0, -0.0), ("expm1", .infinity, .infinity),
    ("expm1", -.infinity, -1), ("expm1", .nan, .nan), ("expm1", tiny, tiny),
    ("expm1", 709.79, .infinity), ("expm1", -1e4, -1), ("expm1", 1e4, .infinity),
    ("log1p", 0, 0), ("log1p", -0.0, -0.0), ("log1p", .infinity, .infinity),
    ("log1p", -1, -.infinity), ("log1p", -1.5, .nan), ("log1p", -.infinity, .nan),
    ("log1p", .nan, .nan), ("log1p", tiny, tiny), ("log1p", -tiny, -tiny),
    ("normal-distribution", 0, 0.5), ("normal-distribution", -0.0, 0.5),
    ("normal-distribution", .infinity, 1), ("normal-distribution", -.infinity, 0),
    ("normal-distribution", .nan, .nan), ("normal-distribution", 1e4, 1),
    ("normal-distribution", -1e4, 0), ("normal-distribution", 1e308, 1),
  ]

  @Test(arguments: special)
  func specialValues(name: String, x: Double, expected: Double) throws {
    let function = try #require(ElementaryCase.all.first { $0.name == name })
    for result in [function.scalar(x), function.lanes(SIMD8(repeating: x))[5]] {
      #expect(expected.isNaN ? result.isNaN : result.bitPattern == expected.bitPattern)
    }
  }

  /// Values never leave their range, however the last bits fall.
  @Test func tanhNeverPassesOne() {
    var stream = RandomStream(seed: 2, "saturation")
    for _ in 0..<100_000 {
      let x = stream.uniform(in: 0..<25)
      let y = Elementary.tanh(x)
      #expect(y <= 1 && Elementary.tanh(-x) == -y)
      #expect(Elementary.sigmoid(2 * x) <= 1)
    }
  }
}
