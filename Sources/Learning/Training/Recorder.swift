/// Takes down a training run: losses, the best parameters, snapshots and counters.
struct Recorder {
  private let loss: Loss
  private let epochs: Int
  private let training: Dataset
  private let validation: Dataset?
  private let snapshots: Set<Int>
  private var stopping: Stopping.Watch?
  private let recordsLoss: Bool
  private let trainingRows: [Int]
  private let validationRows: [Int]
  private var forwardSamples = 0
  private var best: [Double] = []
  private var history: History

  init(
    _ loss: Loss, _ epochs: Int, _ batchesPerEpoch: Int, _ training: Dataset,
    _ validation: Dataset?, _ snapshots: Set<Int>, _ stopping: Stopping?,
    recordsLoss: Bool
  ) {
    self.stopping = stopping.map(Stopping.Watch.init)
    self.recordsLoss = recordsLoss
    self.loss = loss
    self.epochs = max(0, epochs)
    self.training = training
    self.validation = validation
    self.snapshots = snapshots
    trainingRows = Array(0..<training.rows)
    validationRows = Array(0..<(validation?.rows ?? 0))
    history = History(
      trainingLoss: [], validationLoss: [], batchLoss: [], bestEpoch: nil, bestParameters: nil,
      stoppedEpoch: nil, snapshots: [:], cost: TrainingCost())
    // Room for everything to come: the loop itself takes no memory.
    history.trainingLoss.reserveCapacity(self.epochs + 1)
    if validation != nil { history.validationLoss.reserveCapacity(self.epochs + 1) }
    history.batchLoss.reserveCapacity(self.epochs * batchesPerEpoch)
  }

  /// The loss after an epoch: of validation, without a set of training; `nil` while it is not known.
  func loss(after epoch: Int) -> Double? {
    let losses = validation == nil ? history.trainingLoss : history.validationLoss
    return epoch < losses.count ? losses[epoch] : nil
  }

  /// Counts a step and the loss before it, for the epoch too where it is the loss of all rows.
  mutating func count(_ batch: Range<Int>, loss: Double, isFull: Bool) {
    if isFull { history.trainingLoss.append(loss) }
    history.batchLoss.append(loss)
    history.cost.gradientEvaluations += batch.count
    history.cost.updates += 1
  }

  /// Notes the losses after an epoch and says whether training is over.
  ///
  /// With full batches the training loss comes with the next step, if there is one.
  mutating func record(
    _ epoch: Int, _ parameters: [Double], _ workspace: borrowing Workspace, isFull: Bool
  ) -> Bool {
    var isLast = epoch >= epochs
    if let validation {
      let value = workspace.loss(loss, parameters.span, validation, validationRows)
      forwardSamples += validation.rows
      let lowest = history.bestEpoch.map { history.validationLoss[$0] } ?? .infinity
      history.validationLoss.append(value)
      if value < lowest {
        history.bestEpoch = epoch
        keep(parameters)
      }
      stopping?.observe(value)
      if !isLast, stopping?.decision.stop == epoch {
        history.stoppedEpoch = epoch
        isLast = true
      }
    }
    if isFull ? isLast : recordsLoss {
      history.trainingLoss.append(
        workspace.loss(loss, parameters.span, training, trainingRows))
      forwardSamples += training.rows
    }
    if snapshots.contains(epoch) { history.snapshots[epoch] = parameters }
    return isLast
  }

  /// Copies into memory of its own: sharing would make the next step copy everything anew.
  private mutating func keep(_ parameters: [Double]) {
    if best.count != parameters.count { best = Array(repeating: 0, count: parameters.count) }
    for index in best.indices { best[index] = parameters[index] }
  }

  /// The finished account; `bytes` is the memory besides the workspace's.
  func finish(_ workspace: borrowing Workspace, bytes: Int) -> History {
    var result = history
    if result.bestEpoch != nil { result.bestParameters = best }
    result.cost.bytes = bytes + workspace.bytes
    let layers = workspace.layers
    result.cost.parameters = layers.reduce(0) { $0 + $1.parameterCount }
    let samples = result.cost.gradientEvaluations
    result.cost.forwardMultiplyAdds = (forwardSamples + samples) * TrainingCost.forward(layers)
    result.cost.backwardMultiplyAdds = samples * TrainingCost.backward(layers)
    return result
  }
}
