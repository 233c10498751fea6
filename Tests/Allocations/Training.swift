import Learning
import Numerics

/// A training run of any length.
struct Training {
  let name: String
  /// Trains for this many epochs and gives back the number of updates.
  let run: (_ epochs: Int) -> Int

  /// Every optimizer, loss, activation and way of training, then two that waste memory.
  static var all: [Training] {
    let kinds = OptimizerKind.all.map { kind in
      Training("optimizer \(kind.name)", kind.make())
    }
    let losses = Loss.all.map { Training("loss \($0.name)", GradientDescent(), loss: $0) }
    let activations = Activation.all.map {
      Training("activation \($0.name)", GradientDescent(), hidden: $0)
    }
    let ways = [
      Training("full batches", GradientDescent(), batches: .full),
      Training("full batches, plateau", GradientDescent(), ReduceOnPlateau(0.01), batches: .full),
      Training("drawn batches", GradientDescent(), batches: .withReplacement(size: 8)),
      Training("one row a batch", GradientDescent(), batches: .shuffled(size: 1)),
      Training("dropout", Adam(), dropout: [0.3, 0.2]),
      Training("weight decay", Decayed(Adam(), by: 0.01)),
      Training("early stopping", GradientDescent(), stopping: Stopping(patience: .max)),
      Training("plateau", Adam(), ReduceOnPlateau(0.01, patience: 1), validates: false),
      Training("warm-up and plateau", Adam(), WarmUp(steps: 9, then: ReduceOnPlateau(0.01))),
      Training("cosine", Adam(), CosineDecay(0.01, steps: 100), validates: false),
    ]
    let wasteful = [
      Training("wasteful: a list an update", Listing()),
      Training("wasteful: a block an update", Borrowing()),
    ]
    return kinds + losses + activations + ways + wasteful
  }

  private init(
    _ name: String, _ optimizer: some Optimizer, _ schedule: any Schedule = ConstantRate(0.01),
    loss: Loss = .binaryCrossEntropy, hidden: Activation = .tanh, dropout: [Double] = [],
    batches: Batches = .shuffled(size: 8), stopping: Stopping? = nil, validates: Bool = true
  ) {
    self.name = name
    var streams = (RandomStream(seed: 1, "data"), RandomStream(seed: 1, "initial weights"))
    let data = Dataset.twoMoons(count: 42, noise: 0.3, from: &streams.0)
    let validation = Dataset.twoMoons(count: 70, noise: 0.3, from: &streams.0)
    let network = Network(
      widths: [2, 9, 9, 1], hidden: hidden, dropout: dropout, initialization: .fanIn,
      from: &streams.1)
    run = { epochs in
      var network = network
      let trainer = Trainer(
        loss: loss, optimizer: optimizer, schedule: schedule, epochs: epochs, batches: batches,
        stopping: stopping)
      return trainer.train(
        &network, on: data, validation: validates ? validation : nil, seed: 1
      ).cost.updates
    }
  }
}

/// Gradient descent that keeps a fresh list of the gradients at every update.
private struct Listing: Optimizer {
  static let statePerParameter = 1
  private var last: [Double] = []

  mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
  ) {
    last = gradients.indices.map { gradients[$0] }
    for index in parameters.indices { parameters[index] -= rate * last[index] }
  }
}

/// Gradient descent that gives the memory back that it took for the update.
private struct Borrowing: Optimizer {
  static let statePerParameter = 0

  mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
  ) {
    // As large as only the run can tell, so that it cannot go on the stack.
    let block = UnsafeMutablePointer<Double>.allocate(capacity: gradients.count)
    defer { block.deallocate() }
    for index in gradients.indices { block[index] = rate * gradients[index] }
    for index in parameters.indices { parameters[index] -= block[index] }
  }
}
