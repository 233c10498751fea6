import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct NetworkShapeTests {
  @Test(arguments: [
    (1, 1, 1, 1, 4, 5, 3), (2, 3, 2, 1, 25, 48, 9), (64, 32, 2, 10, 3466, 8128, 138),
  ])
  func countsByHand(
    inputs: Int, width: Int, depth: Int, outputs: Int, parameters: Int, multiplyAdds: Int,
    activations: Int
  ) {
    let shape = NetworkShape(inputs: inputs, width: width, depth: depth, outputs: outputs)
    #expect(shape.parameters == parameters)
    #expect(shape.activations == activations)
    #expect(shape.multiplyAdds == 3 * shape.weights - inputs * width)
    #expect(shape.multiplyAdds == multiplyAdds)
  }

  @Test func agreesWithTheEnginesLayers() {
    for (depth, width) in [(1, 4), (2, 9), (4, 3)] {
      let shape = NetworkShape(inputs: 5, width: width, depth: depth, outputs: 2)
      var stream = RandomStream(seed: 1, "weights")
      let network = Network(
        widths: shape.widths, hidden: .relu, initialization: .heNormal, from: &stream)
      #expect(network.parameters.count == shape.parameters)
      #expect(
        TrainingCost.forward(network.layers) + TrainingCost.backward(network.layers)
          == shape.multiplyAdds)
      #expect(shape.widened(to: width + 1).widths.count == shape.widths.count)
    }
  }
}
