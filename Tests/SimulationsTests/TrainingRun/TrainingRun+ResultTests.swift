import Experiments
import Learning
import Testing

@testable import Simulations

@Suite struct RunResultTests {
  static func result(_ turn: (inout RunPlan) -> Void = { _ in }, seed: UInt64 = 3) -> RunResult {
    var plan = RunPlan(.none)
    turn(&plan)
    return RunResult(plan, seed: seed)
  }

  @Test(arguments: [1, 20])
  func curvesBeginBeforeTrainingAndEndAtTheNetwork(epochs: Int) {
    let result = Self.result { ($0.epochs, $0.learningRate) = (epochs, 0.02) }
    for curve in [
      result.trainingLosses, result.validationLosses, result.accuracies.map(\.training),
      result.accuracies.map(\.validation),
    ] { #expect(curve.count == epochs + 1) }
    #expect(result.accuracies.last?.training == result.trainingAccuracy)
    #expect(result.accuracies.last?.validation == result.validationAccuracy)
    let network = result.network
    #expect(network.loss(.softmaxCrossEntropy, on: result.data.training) == result.trainingLoss)
    #expect(network.loss(.softmaxCrossEntropy, on: result.data.test) == result.testLoss)
    let right = result.data.labels.test.indices.count { row in
      let scores = network.predictions(
        for: Array(result.data.test.features[2 * row..<2 * row + 2]))
      return (scores[1] > scores[0] ? 1 : 0) == result.data.labels.test[row]
    }
    #expect(result.testAccuracy == Double(right) / 400)
    #expect(result.lowestLoss == result.validationLosses.min())
  }

  /// Longer runs begin like shorter ones, and other knobs leave data and luck alone.
  @Test func longerRunsBeginAlike() {
    let (short, long) = (Self.result(), Self.result { $0.epochs = 30 })
    #expect(Array(long.trainingLosses[...20]) == short.trainingLosses)
    let fast = Self.result { $0.learningRate = 0.1 }
    #expect(fast.trainingLosses[0] == short.trainingLosses[0])
    #expect(fast.data.training == short.data.training)
  }

  @Test func decayShrinksAndDropoutStirs() {
    func size(_ network: Network) -> Double { network.parameters.reduce(0) { $0 + $1 * $1 } }
    let plain = Self.result { $0.learningRate = 0.01 }
    let decayed = Self.result { ($0.learningRate, $0.weightDecay) = (0.01, 5) }
    #expect(size(decayed.network) < 0.5 * size(plain.network))
    let dropped = Self.result { ($0.learningRate, $0.dropout) = (0.01, 0.5) }
    #expect(dropped.trainingLosses[0] == plain.trainingLosses[0])
    #expect(dropped.trainingLoss > plain.trainingLoss)
  }

  @Test func boundaryShowsTheRowsInTheirUnits() throws {
    let figure = try #require(Self.result { $0.data = .penguins }.figures.last)
    #expect(figure.series.map(\.name) == ["Adelie", "Chinstrap", "Gentoo"])
    let field = try #require(figure.field)
    for series in figure.series {
      #expect(series.x.allSatisfy(field.x.contains) && series.y.allSatisfy(field.y.contains))
      #expect(series.x.allSatisfy { (30...60).contains($0) })
    }
    #expect(figure.series.reduce(0) { $0 + $1.x.count } == 100)
    #expect(Self.result { $0.data = .digits }.figures.count == 2)
  }
}
