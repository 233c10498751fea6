/// Trains a network: which loss, which optimizer, what rate, for how long, in which batches.
package struct Trainer<Rule: Optimizer>: Sendable {
  package var loss: Loss
  package var optimizer: Rule
  package var rate: Double
  package var epochs: Int
  package var batches: Batches

  package init(loss: Loss, optimizer: Rule, rate: Double, epochs: Int, batches: Batches = .full) {
    self.loss = loss
    self.optimizer = optimizer
    self.rate = rate
    self.epochs = epochs
    self.batches = batches
  }

  /// Trains the network and gives back what happened.
  ///
  /// Batches follow the stream `"order"` of the seed. The gradient of a batch is the mean over its
  /// own rows, however few. Losses that overflow are recorded as they are.
  /// - Parameters:
  ///   - snapshots: Epochs after which the parameters are kept, 0 for the initial ones.
  ///   - recordsLoss: Whether mini-batch runs take the loss of all training rows after each epoch,
  ///     which costs another forward pass; where not, the history holds not-a-number instead.
  package func train(
    _ network: inout Network, on training: Dataset, validation: Dataset? = nil, seed: UInt64,
    snapshots: Set<Int> = [], recordsLoss: Bool = true
  ) -> History {
    let workspace = Workspace(network.layers)
    var parameters = network.parameters
    var gradients = Array(repeating: 0.0, count: parameters.count)
    var optimizer = optimizer
    var stream = RandomStream(seed: seed, "order")
    var order = BatchOrder(batches, rows: training.rows)
    var recorder = Recorder(loss, epochs, training, validation, snapshots, recordsLoss)

    let isFull = batches == .full
    recorder.record(0, parameters, workspace, isFull: isFull)
    for epoch in stride(from: 1, through: epochs, by: 1) {
      order.beginEpoch(from: &stream)
      for number in 0..<order.batchesPerEpoch {
        let batch = order.batch(number)
        var gradientSpan = gradients.mutableSpan
        let batchLoss = workspace.gradient(
          of: loss, parameters.span, training, order.indices, batch, into: &gradientSpan)
        var parameterSpan = parameters.mutableSpan
        optimizer.step(parameters: &parameterSpan, gradients: gradients.span, rate: rate)
        recorder.count(batch, of: epoch, loss: batchLoss, isFull: isFull)
      }
      recorder.record(epoch, parameters, workspace, isFull: isFull)
    }

    network.parameters = parameters
    let numbers = (2 + Rule.statePerParameter) * parameters.count
    return recorder.finish(workspace, bytes: numbers * MemoryLayout<Double>.stride)
  }
}
