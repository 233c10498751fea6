import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct WeightLawTests {
  /// What is said of a law is what its draws have.
  @Test(arguments: InitialWeights.Scheme.allCases)
  func drawsHaveTheDeviation(scheme: InitialWeights.Scheme) {
    let law = WeightLaw(scheme, deviation: 0.3, width: 100)
    var stream = RandomStream(seed: 2, "weights")
    let network = Network(
      widths: [100, 100], hidden: .relu, initialization: law.initialization, from: &stream)
    let weights = network.parameters.prefix(10_000)
    let variance = weights.reduce(0) { $0 + $1 * $1 } / 10_000
    #expect(abs(variance.squareRoot() - law.deviation) <= 0.03 * law.deviation)
    #expect(law.gain == 100 * law.deviation * law.deviation)
  }
}

@Suite struct SignalTheoryTests {
  /// Row 11 of the course's figures: a ReLU layer multiplies the second moment by nσ²/2.
  @Test(arguments: [2, 64, 256], [0.02, 0.125, 0.7, 2])
  func aReluLayerMultipliesByHalfTheGain(width: Int, deviation: Double) {
    let theory = SignalTheory(
      WeightLaw(.normal, deviation: deviation, width: width), .relu, depth: 3)
    let factor = Double(width) * deviation * deviation / 2
    for (layer, moment) in theory.signals.enumerated() {
      #expect(abs(moment / factor.raised(to: layer) - 1) < 1e-12)
      #expect(abs(theory.gradients[3 - layer] / factor.raised(to: layer) - 1) < 1e-12)
    }
  }

  /// The integrals against the mean over many draws.
  @Test(arguments: [InitialWeights.Unit.tanh, .sigmoid, .relu, .identity], [0.2, 1, 4])
  func momentsAreMeansOverNormalDraws(unit: InitialWeights.Unit, variance: Double) {
    var stream = RandomStream(seed: 6, "draws")
    let count = 40_000
    var (value, slope) = (0.0, 0.0)
    for _ in 0..<count {
      let (y, rise) = unit.activation.evaluate(variance.squareRoot() * stream.normal())
      value += y * y / Double(count)
      slope += rise * rise / Double(count)
    }
    let moments = SignalTheory.moments(unit, variance)
    #expect(abs(moments.value - value) < 0.03 * moments.value)
    #expect(abs(moments.slope - slope) < 0.03 * moments.slope)
  }

  @Test func knownMoments() {
    #expect(abs(SignalTheory.moments(.sigmoid, 0).value - 0.25) < 1e-12)
    #expect(abs(SignalTheory.moments(.sigmoid, 0).slope - 0.0625) < 1e-12)
    #expect(SignalTheory.moments(.tanh, 0).value == 0)
    #expect(abs(SignalTheory.moments(.tanh, 0).slope - 1) < 1e-12)
    // The steepest that can be asked for: the grid is just fine enough for that slope.
    let steep = SignalTheory.moments(.tanh, 1024)
    #expect(abs(steep.slope / (0.398_942 * 4 / 3 / 32) - 1) < 0.03)
  }
}
