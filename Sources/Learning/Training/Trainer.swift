import Numerics

/// Trains a network: which loss, which optimizer, what rate, for how long, in which batches.
///
/// Weight decay, penalties and clipping are optimizers around optimizers.
package struct Trainer<Rule: Optimizer>: Sendable {
  package var loss: Loss
  package var optimizer: Rule
  /// The rate of each update, counted from 0 over all epochs; see `train` on those that adapt.
  package var schedule: any Schedule
  package var epochs: Int
  package var batches: Batches
  /// When to stop before the last epoch; looks at the validation loss.
  package var stopping: Stopping?

  package init(
    loss: Loss, optimizer: Rule, schedule: any Schedule, epochs: Int, batches: Batches = .full,
    stopping: Stopping? = nil
  ) {
    self.loss = loss
    self.optimizer = optimizer
    self.schedule = schedule
    self.epochs = epochs
    self.batches = batches
    self.stopping = stopping
  }

  /// Trains at the same rate throughout.
  package init(
    loss: Loss, optimizer: Rule, rate: Double, epochs: Int, batches: Batches = .full,
    stopping: Stopping? = nil
  ) {
    self.init(
      loss: loss, optimizer: optimizer, schedule: ConstantRate(rate), epochs: epochs,
      batches: batches, stopping: stopping)
  }

  /// Trains the network and gives back what happened.
  ///
  /// Batches follow the stream `"order"` of the seed, dropout the stream `"dropout"`: one number for
  /// every unit that may be dropped, sample after sample of each batch, layer after layer, unit
  /// after unit; the unit is dropped where `uniform()` is below the layer's probability. The
  /// gradient of a batch is the mean over its own rows, however few. Losses that overflow are
  /// recorded as they are. With early stopping the network ends with the parameters of its best
  /// epoch, without with those of its last. An adaptive schedule is shown the validation loss after
  /// epoch 1, 2, 3 … before the next one's first update, without a validation set the training loss.
  /// The loop takes no memory but for the snapshots.
  /// - Parameters:
  ///   - snapshots: Epochs after which the parameters are kept, 0 for the initial ones.
  ///   - recordsLoss: Whether mini-batch runs take the loss of all training rows after each epoch,
  ///     which costs another forward pass; without it the history's training loss stays empty,
  ///     unless an adaptive schedule has to see it.
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
    var adaptive = schedule as? any AdaptiveSchedule
    var recorder = Recorder(
      loss, epochs, order.batchesPerEpoch, training, validation, snapshots, stopping,
      recordsLoss: recordsLoss || adaptive != nil && validation == nil)
    var masks: DrawnMasks?
    if workspace.drops { masks = DrawnMasks(stream: RandomStream(seed: seed, "dropout")) }

    // Whether the loss of a batch is the loss of the epoch before it.
    let isFull = batches == .full && !workspace.drops
    var isOver = recorder.record(0, parameters, workspace, isFull: isFull)
    var (epoch, update) = (0, 0)
    while !isOver {
      epoch += 1
      order.beginEpoch(from: &stream)
      for number in 0..<order.batchesPerEpoch {
        let batch = order.batch(number)
        var gradientSpan = gradients.mutableSpan
        let batchLoss = workspace.gradient(
          of: loss, parameters.span, training, order.indices, batch, masks: &masks,
          into: &gradientSpan)
        recorder.count(batch, loss: batchLoss, isFull: isFull)
        // With full batches the loss of the epoch before is known only now.
        if number == 0, epoch > 1, let loss = recorder.loss(after: epoch - 1) {
          adaptive?.observe(loss)
        }
        var parameterSpan = parameters.mutableSpan
        optimizer.step(
          parameters: &parameterSpan, gradients: gradients.span,
          rate: adaptive?.rate(at: update) ?? schedule.rate(at: update))
        update += 1
      }
      isOver = recorder.record(epoch, parameters, workspace, isFull: isFull)
    }

    let numbers = (2 + Rule.statePerParameter) * parameters.count
    let history = recorder.finish(workspace, bytes: numbers * MemoryLayout<Double>.stride)
    network.parameters = stopping == nil ? parameters : history.bestParameters ?? parameters
    return history
  }
}
