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

  // Momentum

  /// At 0.9, which it was before it could be turned; at 0 it is plain gradient descent.
  @Test func momentumIsTurned() {
    func losses(_ rule: RunPlan.Rule, _ momentum: Double?) -> [Double] {
      Self.result {
        ($0.optimizer, $0.learningRate) = (rule, 0.05)
        if let momentum { $0.momentum = momentum }
      }.trainingLosses
    }
    #expect(losses(.momentum, nil) == losses(.momentum, 0.9))
    #expect(losses(.momentum, 0) == losses(.gradientDescent, nil))
    #expect(losses(.momentum, 0.5) != losses(.momentum, 0.9))
    #expect(losses(.adam, 0.5) == losses(.adam, 0.9))
  }

  @Test func momentumRestsUnderOtherRules() throws {
    var settings = TrainingRun.defaults
    #expect(TrainingRun.idleKnobs(settings) == ["momentum"])
    try settings.turn("optimizer", to: "momentum")
    #expect(TrainingRun.idleKnobs(settings).isEmpty)
    try settings.turn("mystery", to: "third")
    #expect(TrainingRun.idleKnobs(settings).contains("momentum"))
  }

  // What the steps take, and what classes are called

  /// By hand: three a weight, two a weight of the first layer.
  @Test(
    arguments: [
      ("two-moons", 16, 1, 160 * 100 * 20), ("two-moons", 8, 2, (2 * 16 + 3 * 80) * 100 * 20),
      ("digits", 16, 1, 2528 * 100 * 20), ("penguins", 4, 3, (2 * 16 + 3 * 44) * 100 * 20),
    ])
  func stepsTake(data: String, width: Int, depth: Int, adds: Int) throws {
    let settings = ["data": data, "width": "\(width)", "depth": "\(depth)"]
    for leak in ["none", "duplicates"] {
      let outcome = try TrainingRun.outcome(settings.merging(["leak": leak]) { $1 })
      let rows = leak == "none" ? 100 : data == "two-moons" ? 200 : 160
      #expect(outcome["training-multiply-adds"] == Double(adds / 100 * rows))
      #expect(
        outcome["predicted-training-multiply-adds"] == outcome["training-multiply-adds"])
      #expect(Double(outcome.cost.multiplyAdds) > Double(adds / 100 * rows))
    }
  }

  /// Counted class by class, row by row.
  @Test(arguments: [(RunData.Source.digits, 0.02), (.penguins, 0.02), (.circles, 0.01)])
  func classesAreCounted(source: RunData.Source, rate: Double) throws {
    let result = Self.result { ($0.data, $0.learningRate) = (source, rate) }
    let calls = result.network.calls(result.data.validation)
    let truth = result.data.labels.validation
    var (precision, recall, f1) = (0.0, 0.0, 0.0)
    let classes = Double(result.data.classes)
    for label in 0..<result.data.classes {
      let hits = Double(truth.indices.count { truth[$0] == label && calls[$0] == label })
      let (own, called) = (truth.count { $0 == label }, calls.count { $0 == label })
      precision += hits / Double(called) / classes
      recall += hits / Double(own) / classes
      f1 += 2 * hits / Double(own + called) / classes
    }
    let values = Dictionary(
      uniqueKeysWithValues: RunReport(result, named: .undecided).values.map { ($0.0.name, $0.1) })
    for (name, value) in [("precision", precision), ("recall", recall), ("f-score", f1)] {
      let found = try #require(values["validation-\(name)"])
      #expect(abs(found - value) < 1e-12, "\(name)")
    }
  }

  /// Where a class is never called nobody can say how often that would have been right.
  @Test func precisionIsUndefinedWhereAClassIsNeverCalled() throws {
    let outcome = try TrainingRun.outcome([
      "data": "digits", "optimizer": "gradient-descent", "learning-rate": "10",
    ])
    #expect(outcome["validation-precision"] == nil)
    let recall = try #require(outcome["validation-recall"])
    let f1 = try #require(outcome["validation-f-score"])
    #expect((0...1).contains(recall) && (0...1).contains(f1))
  }
}
