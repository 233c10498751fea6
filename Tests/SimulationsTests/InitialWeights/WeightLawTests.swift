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
