import Learning
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

  @Test func namesAreUnique() {
    #expect(Set(Activation.all.map(\.name)).count == Activation.all.count)
    #expect(Set(Loss.all.map(\.name)).count == Loss.all.count)
    #expect(Set(Initialization.all.map(\.name)).count == Initialization.all.count)
  }
}
