import Experiments
import Learning
import Numerics

/// One network trained through the horizon, whatever the epochs one looks at.
struct EpochCourse {
  /// The standard deviation of the noise in the examples.
  let noise: Double
  let examples: Dataset
  let validation: Dataset
  let test: Dataset

  /// The network after the horizon.
  let network: Network

  /// Losses up to the horizon, and the parameters after the epochs one looks at.
  let history: History

  init(
    epochs: Set<Int>, hiddenUnits: Int, learningRate: Double, trainingSize: Int, noise: Double,
    seed: UInt64
  ) {
    func moons(_ count: Int, _ name: String) -> Dataset {
      var stream = RandomStream(seed: seed, name)
      return .twoMoons(count: count, noise: noise, from: &stream)
    }
    examples = moons(trainingSize, "training-data")
    validation = moons(EpochOverfitting.validationSize, "validation-data")
    test = moons(EpochOverfitting.testSize, "test-data")

    var weights = RandomStream(seed: seed, "weights")
    var network = Network(
      widths: [2, hiddenUnits, 1], hidden: .tanh, initialization: .heNormal, from: &weights)
    let trainer = Trainer(
      loss: .binaryCrossEntropy, optimizer: GradientDescent(), rate: learningRate,
      epochs: EpochOverfitting.horizon)
    history = trainer.train(
      &network, on: examples, validation: validation, seed: seed, snapshots: epochs)
    self.network = network
    self.noise = noise
  }
}

/// One network trained through the horizon, and what is read off it.
///
/// Data sets, initial weights and nothing else come from chance, each from a stream of its own:
/// fewer training examples are the first of more, more noise is the same noise scaled, and the
/// epochs chosen change nothing but where one looks. All losses are finite: a tanh unit is at most
/// 1 and a probability misses its target by at most 1, so a thousand steps cannot overflow.
struct EpochTraining {
  /// The epochs that were chosen, 1 … horizon.
  let epochs: Int

  /// The standard deviation of the noise in the examples.
  let noise: Double
  let examples: Dataset

  /// The network after the chosen epochs.
  let network: Network

  /// Losses after 0, 1, 2 … epochs, up to the horizon.
  let trainingLosses: [Double]
  let validationLosses: [Double]

  /// The first epoch from 1 on whose validation loss is not undercut up to the horizon.
  let bestEpoch: Int
  let testLoss: Double

  /// The share of test examples that are given their own class.
  let testAccuracy: Double

  /// What data, training through the horizon and testing took; the pictures are not counted.
  let cost: Cost

  init(
    epochs: Int, hiddenUnits: Int, learningRate: Double, trainingSize: Int, noise: Double,
    seed: UInt64
  ) {
    let course = EpochCourse(
      epochs: [epochs], hiddenUnits: hiddenUnits, learningRate: learningRate,
      trainingSize: trainingSize, noise: noise, seed: seed)
    self.init(course, epochs: epochs)
  }

  /// What is read off a training after the chosen epochs, which are among those it was trained for.
  init(_ course: EpochCourse, epochs: Int) {
    let history = course.history
    var network = course.network
    if let chosen = history.snapshots[epochs] { network.parameters = chosen }

    self.epochs = epochs
    noise = course.noise
    examples = course.examples
    self.network = network
    trainingLosses = history.trainingLoss
    validationLosses = history.validationLoss
    bestEpoch = Self.lowest(history.validationLoss)
    testLoss = network.loss(.binaryCrossEntropy, on: course.test)
    testAccuracy = network.accuracy(on: course.test)

    let numbers = [examples, course.validation, course.test].reduce(0) {
      $0 + $1.features.count + $1.targets.count
    }
    let forward = TrainingCost.forward(network.layers)
    cost = Cost(
      gradientEvaluations: history.cost.gradientEvaluations, updates: history.cost.updates,
      multiplyAdds: history.cost.multiplyAdds + 2 * course.test.rows * forward,
      bytes: history.cost.bytes
        + 8 * (numbers + history.trainingLoss.count + history.validationLoss.count))
  }

  var trainingLoss: Double { trainingLosses[epochs] }
  var validationLoss: Double { validationLosses[epochs] }
  var lowestLoss: Double { validationLosses[bestEpoch] }

  /// The validation loss over the lowest one; 1 where both are 0.
  var excess: Double { Self.ratio(validationLoss, over: lowestLoss) }

  /// The validation loss at the horizon over the lowest one.
  var excessAtHorizon: Double {
    Self.ratio(validationLosses[EpochOverfitting.horizon], over: lowestLoss)
  }

  private static func ratio(_ loss: Double, over lowest: Double) -> Double {
    loss == lowest ? 1 : loss / lowest
  }

  private static func lowest(_ losses: [Double]) -> Int {
    var best = 1
    for epoch in losses.indices.dropFirst() where losses[epoch] < losses[best] { best = epoch }
    return best
  }
}
