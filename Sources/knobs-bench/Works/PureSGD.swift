import Learning
import Numerics

extension Work {
  static let pureSGD = Work(
    "pure-sgd", "least squares with 10 features on 1,000 rows, SGD 0.001, batch 1, 100 epochs"
  ) {
    Checksum(PureSGD.train().parameters).value
  }
}

/// Linear regression, one row at a time: what a step costs besides its arithmetic.
enum PureSGD {
  /// Standard normal features; targets are linear in them, with noise of deviation 0.1.
  static let data: Dataset = {
    var stream = RandomStream(seed: 1, "data")
    let weights = (0..<10).map { _ in stream.normal() }
    var features: [Double] = []
    var targets: [Double] = []
    for _ in 0..<1000 {
      let row = (0..<10).map { _ in stream.normal() }
      features += row
      targets.append(zip(row, weights).reduce(0.1 * stream.normal()) { $0 + $1.0 * $1.1 })
    }
    return Dataset(features: features, targets: targets, columns: 10)
  }()

  /// The model after training.
  static func train() -> Network {
    var stream = RandomStream(seed: 1, "initial weights")
    var network = Network(
      widths: [10, 1], hidden: .identity, initialization: .fanIn, from: &stream)
    let trainer = Trainer(
      loss: .squaredError, optimizer: GradientDescent(), rate: 0.001, epochs: 100,
      batches: .shuffled(size: 1))
    _ = trainer.train(&network, on: data, seed: 1, recordsLoss: false)
    return network
  }
}
