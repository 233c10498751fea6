import Learning
import Numerics
import Testing

@Suite struct InitializationTests {
  static let variances: [(String, Double)] = [
    ("glorot-uniform", 0.02), ("glorot-normal", 0.02), ("he-uniform", 2.0 / 60),
    ("he-normal", 2.0 / 60), ("lecun-uniform", 1.0 / 60), ("lecun-normal", 1.0 / 60),
    ("fan-in", 1.0 / 180),
    ("normal(0.3)", 0.09), ("uniform(0.3)", 0.03),
  ]

  static let laws =
    Initialization.all + [.normal(deviation: 0.3), .uniform(bound: 0.3)]

  /// The variance each law promises for 60 inputs and 40 outputs.
  @Test(arguments: variances)
  func variance(name: String, expected: Double) throws {
    let initialization = try #require(Self.laws.first { $0.name == name })
    var stream = RandomStream(seed: 2, name)
    let network = Network(
      widths: [60, 40, 1], hidden: .tanh, initialization: initialization, from: &stream)
    let layer = network.layers[0]
    let weights = network.parameters[layer.weights..<layer.biases]
    let mean = weights.reduce(0, +) / 2400
    let variance = weights.reduce(0) { $0 + $1 * $1 } / 2400
    #expect(abs(mean) < 4 * expected.squareRoot() / 49)
    #expect(abs(variance / expected - 1) < 4 * 1.4143 / 49)
    let biases = network.parameters[layer.biases..<layer.end]
    #expect(biases.contains { $0 != 0 } == (name == "fan-in"))
  }

  @Test func everyLawIsCovered() {
    #expect(Set(Self.laws.map(\.name)) == Set(Self.variances.map(\.0) + ["zeros"]))
  }

  @Test func zerosAreZeros() {
    var stream = RandomStream(seed: 2, "zeros")
    let network = Network(
      widths: [3, 4, 1], hidden: .tanh, initialization: .zeros, from: &stream)
    #expect(network.parameters == Array(repeating: 0, count: 21))
  }

  @Test func fanInStaysWithinItsBound() {
    var stream = RandomStream(seed: 3, "bound")
    let network = Network(
      widths: [16, 100, 1], hidden: .tanh, initialization: .fanIn, from: &stream)
    let first = network.parameters[..<network.layers[0].end]
    #expect(first.allSatisfy { abs($0) <= 0.25 } && first.contains { abs($0) > 0.24 })
  }

  @Test(arguments: [.zero, .uniform(bound: 0.5), .normal(deviation: 2)] as [Initialization.Spread])
  func manyDrawsAreAsOneByOne(spread: Initialization.Spread) {
    var one = RandomStream(seed: 4, "weights")
    var other = one
    #expect(spread.draws(11, from: &other) == (0..<11).map { _ in spread.draw(from: &one) })
    #expect(one.bits() == other.bits())
  }
}
