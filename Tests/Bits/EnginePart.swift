import Learning
import Numerics

/// A part of the learning engine, and a digest of the bits that it gives.
struct EnginePart: Sendable {
  /// A kind and a name, such as `optimizer/adam`.
  let name: String
  let digest: @Sendable () -> UInt64

  /// Every optimizer, schedule, loss, activation, initialization, way of batching and data set.
  static let all: [EnginePart] =
    OptimizerKind.all.map { kind in
      EnginePart("optimizer/\(kind.name)") { training(kind.make()) }
    }
    + ScheduleKind.all.map { kind in
      EnginePart(name: "schedule/\(kind.name)") {
        let schedule = kind.make(0.1, 300)
        return digest((0..<700).map(schedule.rate))
      }
    }
    + Loss.all.map { loss in
      EnginePart("loss/\(loss.name)") { training(GradientDescent(), loss: loss) }
    }
    + Activation.all.map { activation in
      EnginePart("activation/\(activation.name)") {
        training(GradientDescent(), hidden: activation)
      }
    }
    + Initialization.all.map { initialization in
      EnginePart("initialization/\(initialization.name)") {
        training(GradientDescent(), initialization: initialization)
      }
    }
    + [
      EnginePart("batches/full") { training(Momentum(), batches: .full) },
      EnginePart("batches/with-replacement") {
        training(Momentum(), batches: .withReplacement(size: 8))
      },
      EnginePart("dropout") { training(Momentum(), dropout: [0.3, 0.2]) },
    ]
    + Generator.all.map { generator in
      EnginePart(name: "data/\(generator.name)") {
        var stream = RandomStream(seed: 1, "data")
        let data = generator(count: 60, noise: generator.usualNoise, from: &stream)
        return digest(data.features + data.targets)
      }
    }

  /// What a training run leaves: parameters, and the losses of all epochs.
  private init(
    _ name: String, _ run: @escaping @Sendable () -> (Network, History)
  ) {
    self.init(name: name) {
      let (network, history) = run()
      return Self.digest(network.parameters + history.trainingLoss + history.validationLoss)
    }
  }

  private init(name: String, digest: @escaping @Sendable () -> UInt64) {
    self.name = name
    self.digest = digest
  }

  private static func training(
    _ optimizer: some Optimizer, loss: Loss = .binaryCrossEntropy, hidden: Activation = .tanh,
    initialization: Initialization = .fanIn, dropout: [Double] = [],
    batches: Batches = .shuffled(size: 8)
  ) -> (Network, History) {
    var data = RandomStream(seed: 1, "data")
    var weights = RandomStream(seed: 1, "initial weights")
    let rows = Dataset.twoMoons(count: 42, noise: 0.3, from: &data)
    let others = Dataset.twoMoons(count: 70, noise: 0.3, from: &data)
    var network = Network(
      widths: [2, 9, 9, 1], hidden: hidden, dropout: dropout, initialization: initialization,
      from: &weights)
    let trainer = Trainer(
      loss: loss, optimizer: optimizer, schedule: ConstantRate(0.01), epochs: 20, batches: batches)
    let history = trainer.train(&network, on: rows, validation: others, seed: 7)
    return (network, history)
  }

  /// FNV-1a over the bits of all numbers, a byte at a time.
  private static func digest(_ numbers: [Double]) -> UInt64 {
    numbers.reduce(0xcbf2_9ce4_8422_2325) { hash, number in
      stride(from: UInt64(0), to: 64, by: 8).reduce(hash) {
        ($0 ^ (number.bitPattern >> $1 & 0xff)) &* 0x0000_0100_0000_01b3
      }
    }
  }
}
