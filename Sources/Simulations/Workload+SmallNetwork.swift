import Experiments
import Learning
import Numerics

extension Workload {
  /// A small network trained by the engine that all lessons use, for at most 64 updates at a time.
  ///
  /// Short pieces of work are rarely interrupted, so that the fastest of several is a fair time.
  package static let smallNetwork = Workload(
    "network 64-64-10, Adam", batchSizes: SmallNetwork.batchSizes
  ) { batchSize in
    var network = SmallNetwork.network
    let trainer = Trainer(
      loss: .squaredError, optimizer: Adam(), rate: 1e-4, epochs: max(1, batchSize / 128),
      batches: .shuffled(size: batchSize))
    return trainer.train(
      &network, on: SmallNetwork.examples(batchSize), seed: 1, recordsLoss: false
    ).cost.updates
  }
}

/// What is trained: made when it is trained first, since every start of the program names it.
private enum SmallNetwork {
  static let batchSizes = (0...10).map { 1 << $0 }

  static let data: Dataset = {
    let (rows, columns, outputs) = (1024, 64, 10)
    var numbers = RandomStream(seed: 1, "data")
    return Dataset(
      features: (0..<rows * columns).map { _ in numbers.uniform() - 0.5 },
      targets: (0..<rows * outputs).map { _ in numbers.uniform() - 0.5 },
      columns: columns, outputs: outputs)
  }()

  static let network: Network = {
    var weights = RandomStream(seed: 1, "weights")
    return Network(
      widths: [data.columns, 64, data.outputs], hidden: .relu, initialization: .heNormal,
      from: &weights)
  }()

  /// 64 batches of each size, as far as there are rows.
  private static let parts = batchSizes.map { data.prefix(64 * $0) }

  static func examples(_ batchSize: Int) -> Dataset {
    batchSizes.firstIndex(of: batchSize).map { parts[$0] } ?? data
  }
}
