import Experiments
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

@Suite struct BudgetTests {
  static func budget(_ turned: [String: String]) throws -> Budget {
    var settings = TrainingBudget.defaults
    for (knob, text) in turned { try settings.turn(knob, to: text) }
    return Budget(settings)
  }

  /// 103 rows in batches of 25: four whole ones and three samples over.
  @Test(
    arguments: [("1", 103), ("10", 11), ("25", 5), ("1000", 5)] as [(String, Double)])
  func theLastBatchTakesWhatItTakes(parallelism: String, time: Double) throws {
    let budget = try Self.budget([
      "rows": "103", "batch-size": "25", "epochs": "1", "parallelism": parallelism,
    ])
    #expect(budget.time == time)
    #expect(budget.updates == 5)
  }

  @Test func timeNeverRisesAsDoublingBatchesGrow() throws {
    for parallelism in ["1", "30", "1000"] {
      let budget = try Self.budget(["parallelism": parallelism, "rows": "1000"])
      let times = [1, 2, 4, 8, 10, 20, 50, 100, 200, 500, 1000].map { budget.time($0) }
      #expect(zip(times, times.dropFirst()).allSatisfy { $0 >= $1 - 1e-9 })
    }
  }

  @Test(arguments: [(999, "999 bytes"), (55_456, "55.5 kB"), (1_250_000, "1.25 MB")])
  func bytesAsPeopleReadThem(bytes: Int, text: String) {
    #expect(Budget.text(bytes) == text)
  }

  @Test func aBatchHoldsNoMoreThanTheRows() throws {
    #expect(try Self.budget(["rows": "20", "batch-size": "1000"]).batchSize == 20)
  }
}
