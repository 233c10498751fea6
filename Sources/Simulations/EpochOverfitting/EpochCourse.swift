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
