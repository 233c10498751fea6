import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct LayerPassTests {
  /// The moments begin at 1 on both ends and have one more entry than there are layers.
  @Test(arguments: [1, 3, 7], [2, 5, 16])
  func beginsAtOne(depth: Int, width: Int) {
    let law = WeightLaw(.normal, deviation: 0.6, width: width)
    for unit in InitialWeights.Unit.allCases {
      let pass = LayerPass(law, unit, depth: depth, seed: 4, network: 0)
      #expect(pass.signals.count == depth + 1 && pass.gradients.count == depth + 1)
      #expect(abs(pass.signals[0] - 1) < 1e-12)
      #expect(abs((pass.gradients.last ?? 0) - 1) < 1e-12)
    }
  }

  /// A linear network takes input and gradient through the same matrices: scaling the weights by
  /// two multiplies the second moments by four a layer, both ways.
  @Test func momentsScaleWithTheWeights() {
    let small = LayerPass(
      WeightLaw(.normal, deviation: 0.1, width: 9), .identity, depth: 4, seed: 2, network: 1)
    let large = LayerPass(
      WeightLaw(.normal, deviation: 0.2, width: 9), .identity, depth: 4, seed: 2, network: 1)
    #expect(abs(large.signalRatio / small.signalRatio / 256 - 1) < 1e-9)
    #expect(abs(large.gradientRatio / small.gradientRatio / 256 - 1) < 1e-9)
  }

  /// The signal is what the network itself predicts for the same input.
  @Test func agreesWithTheNetwork() {
    let law = WeightLaw(.he, deviation: 0, width: 6)
    let pass = LayerPass(law, .tanh, depth: 3, seed: 8, network: 2)
    var weights = RandomStream(seed: 8, "initial weights", 2)
    let network = Network(
      widths: [6, 6, 6, 6], hidden: .tanh, output: .tanh, initialization: .heNormal,
      from: &weights)
    var data = RandomStream(seed: 8, "data", 2)
    let input = (0..<6).map { _ in data.normal() }
    let size = LayerPass.moment(input).squareRoot()
    let output = network.predictions(for: input.map { $0 / size })
    #expect(abs(LayerPass.moment(output) - (pass.signals.last ?? 0)) < 1e-12)
  }

  /// The gradient is the derivative: of a sum of outputs weighted by the gradient at the end.
  @Test func gradientsAreDerivatives() {
    let law = WeightLaw(.normal, deviation: 0.5, width: 4)
    let pass = LayerPass(law, .tanh, depth: 2, seed: 3, network: 0)
    var weights = RandomStream(seed: 3, "initial weights", 0)
    let network = Network(
      widths: [4, 4, 4], hidden: .tanh, output: .tanh,
      initialization: .normal(deviation: 0.5), from: &weights)
    var data = RandomStream(seed: 3, "data", 0)
    func draw() -> [Double] {
      let values = (0..<4).map { _ in data.normal() }
      let size = LayerPass.moment(values).squareRoot()
      return values.map { $0 / size }
    }
    let input = draw()
    let end = draw()
    let slopes = input.indices.map { index -> Double in
      var (up, down) = (input, input)
      up[index] += 1e-5
      down[index] -= 1e-5
      let high = network.predictions(for: up)
      let low = network.predictions(for: down)
      return end.indices.reduce(0) { $0 + end[$1] * (high[$1] - low[$1]) } / 2e-5
    }
    #expect(abs(LayerPass.moment(slopes) / pass.gradients[0] - 1) < 1e-6)
  }
}
