/// Takes down a training run: losses, the best parameters, snapshots and counters.
struct Recorder {
  private let loss: Loss
  private let epochs: Int
  private let training: Dataset
  private let validation: Dataset?
  private let snapshots: Set<Int>
  private let recordsLoss: Bool
  private let trainingRows: [Int]
  private let validationRows: [Int]
  private var forwardSamples = 0
  private var best: [Double] = []
  private var history: History

  init(
    _ loss: Loss, _ epochs: Int, _ training: Dataset, _ validation: Dataset?,
    _ snapshots: Set<Int>, _ recordsLoss: Bool
  ) {
    self.loss = loss
    self.epochs = max(0, epochs)
    self.training = training
    self.validation = validation
    self.snapshots = snapshots
    self.recordsLoss = recordsLoss
    trainingRows = Array(0..<training.rows)
    validationRows = Array(0..<(validation?.rows ?? 0))
    let losses = Array(repeating: Double.nan, count: self.epochs + 1)
    history = History(
      trainingLoss: losses, validationLoss: validation == nil ? [] : losses, bestEpoch: nil,
      bestParameters: nil, snapshots: [:], cost: TrainingCost())
  }

  /// Counts a step, and the loss before it where it is the loss of all rows.
  mutating func count(_ batch: Range<Int>, of epoch: Int, loss: Double, isFull: Bool) {
    if isFull { history.trainingLoss[epoch - 1] = loss }
    history.cost.gradientEvaluations += batch.count
    history.cost.updates += 1
  }

  /// Notes the losses after an epoch; with full batches the training loss comes with the next step.
  mutating func record(
    _ epoch: Int, _ parameters: [Double], _ workspace: borrowing Workspace, isFull: Bool
  ) {
    if isFull ? epoch == epochs : recordsLoss {
      history.trainingLoss[epoch] = workspace.loss(
        loss, parameters.span, training, trainingRows)
      forwardSamples += training.rows
    }
    if let validation, validation.rows > 0 {
      let value = workspace.loss(loss, parameters.span, validation, validationRows)
      forwardSamples += validation.rows
      let lowest = history.bestEpoch.map { history.validationLoss[$0] } ?? .infinity
      history.validationLoss[epoch] = value
      if value < lowest {
        history.bestEpoch = epoch
        keep(parameters)
      }
    }
    if snapshots.contains(epoch) { history.snapshots[epoch] = parameters }
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
    result.cost.multiplyAdds =
      forwardSamples * TrainingCost.forward(workspace.layers)
      + result.cost.gradientEvaluations * TrainingCost.gradient(workspace.layers)
    return result
  }
}
