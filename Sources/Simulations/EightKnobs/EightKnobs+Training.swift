import Experiments
import Learning
import Numerics

/// One training under eight knobs, seen only at its end.
struct TunedTraining {
  let plan: RunPlan
  let validationAccuracy: Double

  /// Infinite where numbers overflowed.
  let validationLoss: Double
  let testAccuracy: Double
  let testRows: Int

  /// What the steps took, counted and by formula.
  let multiplyAdds: Int
  let predictedMultiplyAdds: Int
  let cost: Cost

  init(_ plan: RunPlan, _ data: RunData, seed: UInt64) {
    var network = plan.network(for: data, seed: seed)
    let history = plan.train(&network, on: data, seed: seed, isWatched: false)
    func accuracy(_ rows: Dataset, _ labels: [Int]) -> Double {
      ConfusionMatrix(truth: labels, predicted: network.calls(rows), classes: data.classes)
        .accuracy.value
    }
    self.plan = plan
    validationAccuracy = accuracy(data.validation, data.labels.validation)
    testAccuracy = accuracy(data.test, data.labels.test)
    let loss = network.loss(.softmaxCrossEntropy, on: data.validation)
    validationLoss = loss.isFinite ? loss : .infinity
    testRows = data.test.rows
    let forward = TrainingCost.forward(network.layers)
    multiplyAdds = history.cost.multiplyAddsOfSteps(network.layers)
    predictedMultiplyAdds = plan.multiplyAdds(of: data)
    let rows = data.training.rows + data.validation.rows + data.test.rows
    cost = Cost(
      gradientEvaluations: history.cost.gradientEvaluations, updates: history.cost.updates,
      multiplyAdds: history.cost.multiplyAdds
        + forward * (2 * data.validation.rows + data.test.rows),
      bytes: history.cost.bytes + 8 * (data.training.columns + data.classes) * rows)
  }

  /// What so many test rows alone scatter.
  private var rowDeviation: Double {
    BinomialLaw.deviationOfShare(of: testRows, success: testAccuracy)
  }

  /// Every metric with its value; what overflowed is not finite.
  var values: [(Metric, Double)] {
    [
      (EightKnobs.validationAccuracy, validationAccuracy),
      (EightKnobs.validationLoss, validationLoss), (EightKnobs.testAccuracy, testAccuracy),
      (EightKnobs.rowDeviation, rowDeviation),
      (EightKnobs.trainingMultiplyAdds, Double(multiplyAdds)),
      (EightKnobs.predictedTrainingMultiplyAdds, Double(predictedMultiplyAdds)),
    ]
  }

  var findings: [Finding] {
    let right = Int((testAccuracy * Double(testRows)).rounded())
    let scatter = 100 * rowDeviation
    var findings = [
      Finding(
        EightKnobs.fewRows, predicted: nil, measured: testAccuracy,
        "\(right) of \(testRows) test rows are called right; at such an accuracy as few rows scatter "
          + "by \(NumberText.fixed(scatter, decimals: 1)) points by themselves.")
    ]
    if let real = plan.data.real {
      findings.append(
        Finding(
          EightKnobs.realData, predicted: nil, measured: nil,
          "the rows are from \(real.credit).", credits: [real.credit]))
    }
    return findings
  }
}

extension RunPlan {
  /// The plan of a training under eight knobs.
  init(tuning settings: Settings) {
    self.init(.none)
    data = settings[EightKnobs.data].data
    trainingRows = EightKnobs.trainingRows
    labelNoise = settings[EightKnobs.labelNoise]
    width = settings[EightKnobs.width]
    optimizer = settings[EightKnobs.optimizer].rule
    momentum = settings[EightKnobs.momentum]
    learningRate = settings[EightKnobs.learningRate]
    batchSize = settings[EightKnobs.batchSize]
    epochs = settings[EightKnobs.epochs]
    weightDecay = settings[EightKnobs.weightDecay]
    dropout = settings[EightKnobs.dropout]
  }
}
