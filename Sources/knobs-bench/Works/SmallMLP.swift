import Learning
import Numerics

extension Work {
  static let smallMLP = Work(
    "small-mlp",
    "2-16-16-1 tanh on 500 points of XOR, cross-entropy, SGD 0.1, batch 32, 100 epochs"
  ) {
    Checksum(SmallMLP.train(epochs: 100, seed: 1).network.parameters).value
  }

  /// What small-mlp costs without its tanh; the difference is the price of tanh.
  static let smallLinear = Work(
    "small-linear", "small-mlp with the identity in place of tanh: arithmetic and memory alone",
    figures: { milliseconds in
      let operations = 2 * SmallMLP.train(.identity, epochs: 100, seed: 1).multiplyAdds
      return [.gigaflops(operations, milliseconds)]
    }
  ) {
    Checksum(SmallMLP.train(.identity, epochs: 100, seed: 1).network.parameters).value
  }

  static let seeds = Work(
    "seeds", "small-mlp for 20 epochs on each of 64 seeds, on two cores",
    baseline: Baseline(timeName: "oneCoreMilliseconds", ratioName: "timesFaster") {
      await SmallMLP.train(seeds: 64, tasks: 1)
    }
  ) {
    await SmallMLP.train(seeds: 64, tasks: 2)
  }
}

/// Two hidden layers that learn whether two numbers have the same sign.
enum SmallMLP {
  /// Points uniform in ±1 in the plane, of class 1 where the coordinates have the same sign.
  static func data(seed: UInt64) -> Dataset {
    var stream = RandomStream(seed: seed, "data")
    let features = (0..<1000).map { _ in stream.uniform(in: -1..<1) }
    let targets = stride(from: 0, to: 1000, by: 2).map { features[$0] * features[$0 + 1] > 0 }
    return Dataset(features: features, targets: targets.map { $0 ? 1 : 0 }, columns: 2)
  }

  /// The network after training from start to end, and what the passes cost.
  static func train(_ hidden: Activation = .tanh, epochs: Int, seed: UInt64) -> (
    network: Network, multiplyAdds: Int
  ) {
    var stream = RandomStream(seed: seed, "initial weights")
    var network = Network(
      widths: [2, 16, 16, 1], hidden: hidden, initialization: .glorotUniform, from: &stream)
    let trainer = Trainer(
      loss: .binaryCrossEntropy, optimizer: GradientDescent(), rate: 0.1, epochs: epochs,
      batches: .shuffled(size: 32))
    let history = trainer.train(&network, on: data(seed: seed), seed: seed, recordsLoss: false)
    return (network, history.cost.multiplyAdds)
  }

  /// Runs of 20 epochs dealt out to tasks; the checksum does not depend on how many.
  static func train(seeds: Int, tasks: Int) async -> UInt64 {
    let checksums = await withTaskGroup(of: [(seed: Int, value: UInt64)].self) { group in
      for task in 0..<tasks {
        group.addTask {
          stride(from: task, to: seeds, by: tasks).map { seed in
            (seed, Checksum(train(epochs: 20, seed: UInt64(seed)).network.parameters).value)
          }
        }
      }
      return await group.reduce(into: Array(repeating: UInt64(0), count: seeds)) { all, some in
        for (seed, value) in some { all[seed] = value }
      }
    }
    var checksum = Checksum()
    for value in checksums { checksum.add(value) }
    return checksum.value
  }
}
