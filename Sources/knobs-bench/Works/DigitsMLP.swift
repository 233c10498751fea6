import Learning
import Numerics

extension Work {
  static let digitsMLP = Work(
    "digits-mlp",
    "64-32-10 ReLU, softmax cross-entropy on 1,500 rows, Adam 0.001, batch 32, 20 epochs"
  ) {
    Checksum(DigitsMLP.train(on: DigitsMLP.data).parameters).value
  }
}

/// A network of the size that handwritten digits of 8 × 8 pixels ask for.
enum DigitsMLP {
  /// Ten clouds in 64 dimensions, one a class; the time does not depend on what is learned.
  ///
  /// `Tests/Reference/bench.py` draws the same rows for the other libraries.
  static let data: Dataset = {
    var stream = RandomStream(seed: 1, "data")
    let centers = (0..<10).map { _ in (0..<64).map { _ in stream.uniform() } }
    var features: [Double] = []
    var targets: [Double] = []
    for row in 0..<1500 {
      features += centers[row % 10].map { $0 + stream.normal(mean: 0, deviation: 0.5) }
      targets += (0..<10).map { $0 == row % 10 ? 1 : 0 }
    }
    return Dataset(features: features, targets: targets, columns: 64, outputs: 10)
  }()

  /// The network after training.
  static func train(on data: Dataset) -> Network {
    var stream = RandomStream(seed: 1, "initial weights")
    var network = Network(
      widths: [64, 32, 10], hidden: .relu, initialization: .fanIn, from: &stream)
    let trainer = Trainer(
      loss: .softmaxCrossEntropy, optimizer: Adam(), rate: 0.001, epochs: 20,
      batches: .shuffled(size: 32))
    _ = trainer.train(&network, on: data, seed: 1, recordsLoss: false)
    return network
  }
}
