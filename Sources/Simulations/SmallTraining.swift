import Experiments
import Learning
import Numerics

/// Something that a small network learns from measured rows.
enum SmallTask: String, CaseIterable, KnobValue {
  case digits
  case mislabelled
  case species
  case sex

  /// The share of training labels that are another class, where labels are wrong on purpose.
  static let wrongShare = 0.2

  /// How many rows train, validate and test.
  static let sizes = (training: 180, validation: 60, test: 60)

  private static let sexes = Dataset(
    features: Penguins.dataset.features,
    targets: Penguins.all.map { $0.sex == .male ? 1 : 0 }, columns: Penguins.dataset.columns)

  private var dataset: Dataset {
    switch self {
    case .digits, .mislabelled: Digits.dataset
    case .species: Penguins.dataset
    case .sex: Self.sexes
    }
  }

  private var classes: Int {
    switch self {
    case .digits, .mislabelled: 10
    case .species: 3
    case .sex: 2
    }
  }

  /// The parts of a split.
  typealias Rows = (training: Dataset, validation: Dataset, test: Dataset)

  /// The rows of a split by its number, features standardized by the training rows.
  ///
  /// Digits and mislabelled digits have the same splits.
  func rows(split number: Int, seed: UInt64) -> Rows {
    let all = dataset
    var stream = RandomStream(seed: seed, "split", number)
    let split = Split(
      stratifying: all.labels, validation: .count(Self.sizes.validation),
      test: .count(Self.sizes.test), from: &stream)
    let chosen = Array(split.train.prefix(Self.sizes.training))
    let scaled = Standardization(fittedTo: all, rows: chosen).applied(to: all)
    let training = scaled.selecting(chosen)
    var labels = RandomStream(seed: seed, "labels", number)
    let targets = training.targets.map { own in
      guard self == .mislabelled, labels.uniform() < Self.wrongShare else { return own }
      return Double((Int(own) + 1 + labels.integer(below: classes - 1)) % classes)
    }
    return (
      Dataset(features: training.features, targets: targets, columns: training.columns)
        .oneHot(classes: classes),
      scaled.selecting(split.validation).oneHot(classes: classes),
      scaled.selecting(split.test).oneHot(classes: classes)
    )
  }

  /// Whom the rows are owed to.
  var credit: String {
    let name = self == .digits || self == .mislabelled ? "digits" : "penguins"
    let real = RealData.all.first { $0.name == name }
    return real.map { "the \(name) are from \($0.attribution); \($0.licence)" } ?? ""
  }
}

/// How a small network is trained.
struct SmallSetting {
  var usesAdam = true
  var rate = 0.03

  /// The share of the velocity that momentum keeps; Adam has its own.
  var momentum = 0.9
  var batchSize = 16
  var epochs = 8
  var hiddenUnits = 12

  init() {}

  /// A setting drawn at random: Adam or momentum, rates from 0.0001 to 1, momenta from 0 to 0.95,
  /// batches of 8 to 64, 1 to 16 epochs and 2 to 16 units, all by ratio.
  init(drawn number: Int, seed: UInt64) {
    var stream = RandomStream(seed: seed, "settings", number)
    func between(_ low: Double, _ high: Double) -> Double {
      low * Elementary.exp(Elementary.log(high / low) * stream.uniform())
    }
    usesAdam = stream.bernoulli(0.5)
    rate = between(0.0001, 1)
    momentum = 1 - between(0.05, 1)
    batchSize = Int(between(8, 64).rounded())
    epochs = Int(between(1, 16).rounded())
    hiddenUnits = Int(between(2, 16).rounded())
  }
}

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
    var weights = RandomStream(seed: seed, "weights", luck)
    var orders = RandomStream(seed: seed, "order", luck)
    var network = Network(
      widths: [rows.training.columns, setting.hiddenUnits, rows.training.outputs], hidden: .tanh,
      initialization: .glorotNormal, from: &weights)
    func train(_ rule: some Optimizer) -> TrainingCost {
      Trainer(
        loss: .softmaxCrossEntropy, optimizer: rule, rate: setting.rate, epochs: setting.epochs,
        batches: .shuffled(size: setting.batchSize)
      ).train(&network, on: rows.training, seed: orders.bits(), recordsLoss: false).cost
    }
    let spent = setting.usesAdam ? train(Adam()) : train(Momentum(setting.momentum))
    let loss = network.loss(.softmaxCrossEntropy, on: rows.validation)
    self.network = network
    validationLoss = loss.isFinite ? loss : .infinity
    validationAccuracy = TransferredDigits.accuracy(network, on: rows.validation)
    testAccuracy = TransferredDigits.accuracy(network, on: rows.test)
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
    all.reduce(into: Cost()) { sum, next in
      sum.gradientEvaluations += next.cost.gradientEvaluations
      sum.updates += next.cost.updates
      sum.multiplyAdds += next.cost.multiplyAdds
      sum.bytes = max(sum.bytes, next.cost.bytes)
    }
  }
}
