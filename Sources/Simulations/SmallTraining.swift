import Experiments
import Learning
import Numerics

/// A small network trained once: one hidden layer of tanh units.
struct SmallTraining {
  let network: Network

  /// The mean cross-entropy of the validation rows; infinite where numbers overflowed.
  let validationLoss: Double

  /// The shares of rows called right.
  let validationAccuracy: Double
  let testAccuracy: Double
  let cost: Cost

  /// - Parameter luck: the number of the weights to start from and the orders of rows.
  init(_ setting: SmallSetting, _ task: SmallTask, split: Int, luck: Int, seed: UInt64) {
    self.init(setting, on: task.rows(split: split, seed: seed), luck: luck, seed: seed)
  }

  /// One of several trainings on the same rows.
  init(_ setting: SmallSetting, on rows: SmallTask.Rows, luck: Int, seed: UInt64) {
    let (network, spent, _) = Self.train(setting, on: rows, luck: luck, seed: seed)
    self.init(network, spent, rows)
  }

  /// A training and one of the same luck for fewer epochs, which is its beginning.
  static func withBeginning(
    of epochs: Int, _ setting: SmallSetting, on rows: SmallTask.Rows, luck: Int, seed: UInt64
  ) -> (whole: SmallTraining, beginning: SmallTraining) {
    let (network, spent, early) = train(
      setting, on: rows, luck: luck, seed: seed, keeping: epochs)
    var (beginning, share) = (network, spent)
    beginning.parameters = early ?? network.parameters
    // Nothing is spent but on steps, as many in each epoch.
    func part(_ number: Int) -> Int { number / setting.epochs * epochs }
    share.gradientEvaluations = part(spent.gradientEvaluations)
    share.updates = part(spent.updates)
    share.forwardMultiplyAdds = part(spent.forwardMultiplyAdds)
    share.backwardMultiplyAdds = part(spent.backwardMultiplyAdds)
    return (SmallTraining(network, spent, rows), SmallTraining(beginning, share, rows))
  }

  /// The network, what it cost, and its parameters after the epoch that is to be kept.
  private static func train(
    _ setting: SmallSetting, on rows: SmallTask.Rows, luck: Int, seed: UInt64, keeping: Int? = nil
  ) -> (Network, TrainingCost, early: [Double]?) {
    var weights = RandomStream(seed: seed, "weights", luck)
    var orders = RandomStream(seed: seed, "order", luck)
    var network = Network(
      widths: [rows.training.columns, setting.hiddenUnits, rows.training.outputs], hidden: .tanh,
      initialization: .glorotNormal, from: &weights)
    func train(_ rule: some Optimizer) -> History {
      Trainer(
        loss: .softmaxCrossEntropy, optimizer: rule, rate: setting.rate, epochs: setting.epochs,
        batches: .shuffled(size: setting.batchSize)
      ).train(
        &network, on: rows.training, seed: orders.bits(),
        snapshots: Set([keeping].compactMap { $0 }),
        recordsLoss: false)
    }
    let history = setting.usesAdam ? train(Adam()) : train(Momentum(setting.momentum))
    return (network, history.cost, keeping.flatMap { history.snapshots[$0] })
  }

  private init(_ network: Network, _ spent: TrainingCost, _ rows: SmallTask.Rows) {
    let loss = network.loss(.softmaxCrossEntropy, on: rows.validation)
    self.network = network
    validationLoss = loss.isFinite ? loss : .infinity
    validationAccuracy = network.shareOfRightCalls(on: rows.validation)
    testAccuracy = network.shareOfRightCalls(on: rows.test)
    let looks = 2 * rows.validation.rows + rows.test.rows
    cost = Cost(
      gradientEvaluations: spent.gradientEvaluations, updates: spent.updates,
      multiplyAdds: spent.multiplyAdds + looks * TrainingCost.forward(network.layers),
      bytes: spent.bytes
        + 8
        * [rows.training, rows.validation, rows.test].reduce(0) {
          $0 + $1.features.count + $1.targets.count
        })
  }

  /// What some trainings cost one after the other.
  static func cost(_ all: [SmallTraining]) -> Cost {
    all.reduce(Cost()) { $0 + $1.cost }
  }
}
