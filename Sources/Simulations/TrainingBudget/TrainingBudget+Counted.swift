import Experiments
import Learning
import Numerics

/// The first epoch of a training by the engine, and what the engine counted.
///
/// What the rows say changes no counter, so they are random numbers of one fixed seed.
struct CountedEpoch {
  let counted: TrainingCost
  private let dataBytes: Int

  init(_ budget: Budget) {
    self.init(
      budget.shape, budget.optimizer, rows: budget.rows, batchSize: budget.batchSize)
  }

  init(_ shape: NetworkShape, _ optimizer: TrainingBudget.Rule, rows: Int, batchSize: Int) {
    let (columns, outputs) = (shape.widths.first ?? 1, shape.widths.last ?? 1)
    var numbers = RandomStream(seed: 1, "data")
    let data = Dataset(
      features: (0..<rows * columns).map { _ in numbers.uniform() - 0.5 },
      targets: (0..<rows * outputs).map { _ in numbers.uniform() - 0.5 },
      columns: columns, outputs: outputs)
    var weights = RandomStream(seed: 1, "weights")
    var network = Network(
      widths: shape.widths, hidden: .relu, initialization: .heNormal, from: &weights)

    func train<Rule: Optimizer>(_ optimizer: Rule) -> TrainingCost {
      let trainer = Trainer(
        loss: .squaredError, optimizer: optimizer, rate: 1e-4, epochs: 1,
        batches: .shuffled(size: batchSize))
      return trainer.train(&network, on: data, seed: 1, recordsLoss: false).cost
    }
    counted =
      switch optimizer {
      case .gradientDescent: train(GradientDescent())
      case .momentum: train(Momentum())
      case .adam: train(Adam())
      }
    dataBytes = 8 * (data.features.count + data.targets.count)
  }

  /// What the epoch took and, by formula, what the figure of all widths takes.
  func cost(andWidthsOf budget: Budget) -> Cost {
    let shapes = CountedWidths.widths.map(budget.shape.widened)
    return Cost(
      gradientEvaluations: counted.gradientEvaluations + CountedWidths.rows * shapes.count,
      updates: counted.updates + shapes.count,
      multiplyAdds: counted.multiplyAdds
        + CountedWidths.rows * shapes.map(\.multiplyAdds).reduce(0, +),
      bytes: counted.bytes + dataBytes)
  }
}

/// What a sample takes at several widths: the engine counts one update of eight rows at each.
struct CountedWidths {
  static let rows = 8

  static let widths = (0...7).map { 1 << $0 }

  /// Multiply-adds a sample, for each width.
  let multiplyAdds: [Double]

  init(_ budget: Budget) {
    multiplyAdds = Self.widths.map { width in
      let epoch = CountedEpoch(
        budget.shape.widened(to: width), budget.optimizer, rows: Self.rows, batchSize: Self.rows)
      return Double(epoch.counted.multiplyAdds) / Double(Self.rows)
    }
  }
}

extension NetworkShape {
  /// This network with hidden layers of another width.
  func widened(to width: Int) -> NetworkShape {
    NetworkShape(
      inputs: widths.first ?? 1, width: width, depth: widths.count - 2, outputs: widths.last ?? 1)
  }
}
