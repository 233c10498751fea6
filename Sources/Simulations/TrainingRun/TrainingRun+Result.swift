import Experiments
import Learning
import Numerics

/// A finished run: its curves, its network and what they cost.
struct RunResult {
  let plan: RunPlan
  let data: RunData

  /// The network after the last epoch.
  let network: Network

  /// Losses after 0, 1, 2 … epochs; infinite from where numbers overflowed.
  let trainingLosses: [Double]
  let validationLosses: [Double]

  /// The parameters after 0, 1, 2 … epochs.
  private let snapshots: [Int: [Double]]

  /// Shares called right after the last epoch.
  let trainingAccuracy: Double
  let validationAccuracy: Double
  let testLoss: Double
  let testAccuracy: Double

  /// How often each class was called for rows of each, after the last epoch.
  let validationCalls: ConfusionMatrix
  let cost: Cost

  /// What the steps took, without a look at any loss.
  let trainingMultiplyAdds: Int

  init(_ plan: RunPlan, seed: UInt64) {
    let data = RunData(plan, seed: seed)
    var network = plan.network(for: data, seed: seed)
    let history = plan.train(&network, on: data, seed: seed, isWatched: true)
    self.plan = plan
    self.data = data
    self.network = network
    trainingLosses = Self.finite(history.trainingLoss)
    validationLosses = Self.finite(history.validationLoss)
    snapshots = history.snapshots
    trainingAccuracy = Self.accuracy(network, data.training, data.labels.training)
    validationCalls = ConfusionMatrix(
      truth: data.labels.validation, predicted: network.calls(data.validation),
      classes: data.classes)
    validationAccuracy = validationCalls.accuracy.value
    testLoss = network.loss(.softmaxCrossEntropy, on: data.test)
    testAccuracy = Self.accuracy(network, data.test, data.labels.test)
    let forward = TrainingCost.forward(network.layers)
    let rows = data.training.rows + data.validation.rows
    trainingMultiplyAdds = history.cost.multiplyAddsOfSteps(network.layers)
    cost = Cost(
      gradientEvaluations: history.cost.gradientEvaluations, updates: history.cost.updates,
      multiplyAdds: history.cost.multiplyAdds
        + forward * (2 * data.test.rows + (plan.epochs + 1) * rows),
      bytes: history.cost.bytes
        + 8
        * ((data.training.columns + data.classes) * (rows + data.test.rows)
          + (plan.epochs + 1) * network.parameters.count))
  }

  /// Shares called right after 0, 1, 2 … epochs, which takes as many passes over the rows.
  var accuracies: [(training: Double, validation: Double)] {
    var seen = network
    return (0...plan.epochs).map { epoch in
      if let parameters = snapshots[epoch] { seen.parameters = parameters }
      return (
        Self.accuracy(seen, data.training, data.labels.training),
        Self.accuracy(seen, data.validation, data.labels.validation)
      )
    }
  }

  var trainingLoss: Double { trainingLosses[plan.epochs] }
  var validationLoss: Double { validationLosses[plan.epochs] }

  /// The first epoch with the lowest validation loss; 0 is before training.
  var bestEpoch: Int {
    validationLosses.indices.min { validationLosses[$0] < validationLosses[$1] } ?? 0
  }

  var lowestLoss: Double { validationLosses[bestEpoch] }

  /// The loss of giving every class the same probability.
  var blindLoss: Double { Elementary.log(Double(data.classes)) }

  private static func finite(_ losses: [Double]) -> [Double] {
    losses.map { $0.isFinite ? $0 : .infinity }
  }

  /// The share of rows whose likeliest class is their own.
  private static func accuracy(_ network: Network, _ data: Dataset, _ labels: [Int]) -> Double {
    let right = zip(network.calls(data), labels).count { $0 == $1 }
    return Double(right) / Double(max(1, labels.count))
  }
}

extension RunPlan {
  /// The engine's activation function.
  var engineActivation: Activation {
    switch activation {
    case .relu: .relu
    case .tanh: .tanh
    case .sigmoid: .sigmoid
    }
  }

  /// What the steps take by formula.
  func multiplyAdds(of data: RunData) -> Int {
    let shape = NetworkShape(
      inputs: data.training.columns, width: width, depth: depth, outputs: data.classes)
    return epochs * data.training.rows * shape.multiplyAdds
  }

  /// Batches an epoch times epochs.
  func updates(rows: Int) -> Int { epochs * ((rows + batchSize - 1) / batchSize) }

  /// The network before training.
  func network(for data: RunData, seed: UInt64) -> Network {
    var stream = RandomStream(seed: seed, "weights")
    return Network(
      widths: [data.training.columns] + Array(repeating: width, count: depth) + [data.classes],
      hidden: engineActivation, dropout: Array(repeating: dropout, count: depth),
      initialization: .heNormal, from: &stream)
  }

  /// Trains the network; what it learns is the same whether its losses are watched or not.
  func train(_ network: inout Network, on data: RunData, seed: UInt64, isWatched: Bool) -> History {
    switch optimizer {
    case .gradientDescent: train(&network, GradientDescent(), data, seed, isWatched)
    case .momentum: train(&network, Momentum(momentum), data, seed, isWatched)
    case .adam: train(&network, Adam(), data, seed, isWatched)
    }
  }

  private func train(
    _ network: inout Network, _ rule: some Optimizer, _ data: RunData, _ seed: UInt64,
    _ isWatched: Bool
  ) -> History {
    let trainer = Trainer(
      loss: .softmaxCrossEntropy, optimizer: Decayed(rule, by: weightDecay), rate: learningRate,
      epochs: epochs, batches: .shuffled(size: batchSize))
    return trainer.train(
      &network, on: data.training, validation: isWatched ? data.validation : nil, seed: seed,
      snapshots: isWatched ? Set(0...epochs) : [], recordsLoss: isWatched)
  }
}
