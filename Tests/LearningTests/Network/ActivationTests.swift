import Learning
import Numerics
import Testing

@Suite struct ActivationTests {
  static let steepest: [(String, Double)] = [("identity", 1), ("sigmoid", 0.25), ("tanh", 1)]

  @Test(arguments: Activation.all.map(\.name))
  func slopeIsTheDerivative(name: String) throws {
    let activation = try #require(Activation.all.first { $0.name == name })
    var stream = RandomStream(seed: 1, "points")
    for _ in 0..<2_000 {
      let x = stream.uniform(in: -6..<6)
      let step = 1e-5
      if abs(x) < step { continue }
      let difference = activation.evaluate(x + step).value - activation.evaluate(x - step).value
      #expect(abs(activation.evaluate(x).slope - difference / (2 * step)) < 1e-9)
    }
  }

  /// Largest slopes: ¼ for the sigmoid, 1 for the others.
  @Test(arguments: steepest)
  func steepestAtZero(name: String, slope: Double) throws {
    let activation = try #require(Activation.all.first { $0.name == name })
    #expect(activation.evaluate(0).slope == slope)
  }

  @Test func rectifierKeepsWhatIsNotANumber() {
    #expect(Activation.relu.evaluate(.nan).value.isNaN)
    #expect(Activation.relu.evaluate(-3) == (0, 0))
    #expect(Activation.relu.evaluate(0) == (0, 0))
    #expect(Activation.relu.evaluate(3) == (3, 1))
  }

  static let anchors: [(String, Double, Double, Double)] = [
    ("leaky-relu", -3, -0.03, 0.01), ("leaky-relu", 0, 0, 0.01), ("leaky-relu", 2, 2, 1),
    ("elu", -1, -0.6321205588285577, 0.36787944117144233), ("elu", 0, 0, 1), ("elu", 900, 900, 1),
    ("elu", -1e4, -1, 0),
    ("gelu", 1, 0.8413447460685429, 1.0833154705876864), ("gelu", 0, 0, 0.5),
    ("gelu", -10, -7.619853024160526e-23, -7.618400096464814e-22), ("gelu", 1e4, 1e4, 1),
    ("gelu", -1e4, 0, 0),
    ("gelu-tanh", 1, 0.8411919906082768, 1.0829640838457826), ("gelu-tanh", 1e4, 1e4, 1),
    ("gelu-tanh", -1e4, 0, 0),
    ("softplus", 0, 0.6931471805599453, 0.5), ("softplus", 1e4, 1e4, 1), ("softplus", -1e4, 0, 0),
  ]

  /// Values and slopes in 30 digits from mpmath 1.3.0, and conventions at kinks as PyTorch's.
  @Test(arguments: anchors)
  func anchored(name: String, x: Double, value: Double, slope: Double) throws {
    let activation = try #require(Activation.all.first { $0.name == name })
    let result = activation.evaluate(x)
    #expect(abs(result.value - value) <= 2e-15 * abs(value))
    #expect(abs(result.slope - slope) <= 4e-15 * abs(slope))
  }

  @Test func parametersAreKept() {
    #expect(Activation.leakyReLU(slope: 0.2).evaluate(-2) == (-0.4, 0.2))
    #expect(Activation.elu(alpha: 0.5).evaluate(-1e4) == (-0.5, 0))
    #expect(Activation.elu(alpha: 0.5).evaluate(0) == (0, 0.5))
    #expect(Activation.leakyReLU(slope: 0.2) != .leakyReLU(slope: 0.3))
  }

  /// Infinite sums keep their side; what is not a number stays one.
  @Test(arguments: Activation.all.map(\.name))
  func extremes(name: String) throws {
    let activation = try #require(Activation.all.first { $0.name == name })
    #expect(activation.evaluate(.nan).value.isNaN)
    #expect(!activation.evaluate(.infinity).value.isNaN)
    #expect(!activation.evaluate(-.infinity).value.isNaN)
    for x in [1e4, -1e4, 1e308, -1e308] { #expect(activation.evaluate(x).slope.isFinite) }
  }

  @Test func namesAreUnique() {
    #expect(Set(Activation.all.map(\.name)).count == Activation.all.count)
    #expect(Set(Loss.all.map(\.name)).count == Loss.all.count)
    #expect(Set(Initialization.all.map(\.name)).count == Initialization.all.count)
  }
}
