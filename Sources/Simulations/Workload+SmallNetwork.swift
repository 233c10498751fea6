import Experiments
import Learning
import Numerics

extension Workload {
  /// A small network trained by the engine that all lessons use, for at most 64 updates at a time.
  ///
  /// Short pieces of work are rarely interrupted, so that the fastest of several is a fair time.
  package static let smallNetwork: Workload = {
    let (rows, columns, outputs) = (1024, 64, 10)
    var numbers = RandomStream(seed: 1, "data")
    let data = Dataset(
      features: (0..<rows * columns).map { _ in numbers.uniform() - 0.5 },
      targets: (0..<rows * outputs).map { _ in numbers.uniform() - 0.5 },
      columns: columns, outputs: outputs)
    var weights = RandomStream(seed: 1, "weights")
    let network = Network(
      widths: [columns, 64, outputs], hidden: .relu, initialization: .heNormal, from: &weights)
    let sizes = (0...10).map { 1 << $0 }
    let examples = sizes.map { data.prefix(64 * $0) }
    return Workload("network 64-64-10, Adam", batchSizes: sizes) { batchSize in
      var network = network
      let data = sizes.firstIndex(of: batchSize).map { examples[$0] } ?? data
      let trainer = Trainer(
        loss: .squaredError, optimizer: Adam(), rate: 1e-4, epochs: max(1, batchSize / 128),
        batches: .shuffled(size: batchSize))
      return trainer.train(&network, on: data, seed: 1, recordsLoss: false).cost.updates
    }
  }()
}
