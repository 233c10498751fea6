import Experiments
import Learning
import Numerics

/// Trainings of one network with settings drawn at random, each followed to its end.
struct RandomTrainings {
  /// One of them.
  struct Training {
    /// The validation loss after 0, 1, 2 … epochs; infinite where it is none.
    let losses: [Double]

    /// The share of test digits read right at the end, and after a third of the epochs.
    let accuracy: Double
    let shortAccuracy: Double
  }

  let epochs: Int
  let all: [Training]
  let cost: Cost

  /// A third of the epochs, at least one.
  var short: Int { Self.short(epochs) }

  private static func short(_ epochs: Int) -> Int { max(1, epochs / 3) }

  init(_ arms: Int, epochs: Int, wrongLabels: Double, seed: UInt64) {
    let data = HalvedDigits(wrongLabels: wrongLabels, seed: seed)
    let short = Self.short(epochs)
    var cost = Cost(
      bytes: 8
        * [data.training, data.validation, data.test].reduce(0) {
          $0 + $1.features.count + $1.targets.count
        })
    var all: [Training] = []
    for arm in 0..<arms {
      var weights = RandomStream(seed: seed, "weights", arm)
      var network = Network(
        widths: [data.training.columns, DigitHalving.hiddenUnits, data.training.outputs],
        hidden: .tanh, initialization: .glorotNormal, from: &weights)
      let drawn = DrawnSettings(arm, seed: seed)
      let history = Trainer(
        loss: .softmaxCrossEntropy, optimizer: Momentum(drawn.momentum), rate: drawn.rate,
        epochs: epochs, batches: .shuffled(size: drawn.batchSize)
      ).train(
        &network, on: data.training, validation: data.validation, seed: seed, snapshots: [short],
        recordsLoss: false)
      var early = network
      early.parameters = history.snapshots[short] ?? network.parameters
      all.append(
        Training(
          losses: history.validationLoss.map { $0.isFinite ? $0 : .infinity },
          accuracy: network.shareOfRightCalls(on: data.test),
          shortAccuracy: early.shareOfRightCalls(on: data.test)))
      cost.gradientEvaluations += history.cost.gradientEvaluations
      cost.updates += history.cost.updates
      cost.multiplyAdds +=
        history.cost.multiplyAdds
        + 2 * data.test.rows * TrainingCost.forward(network.layers)
      cost.bytes = max(cost.bytes, history.cost.bytes)
    }
    self.epochs = epochs
    self.all = all
    self.cost = cost
  }

  /// The rank correlation of validation losses after some epochs with those at the end; nil where one
  /// of the two ranks nobody.
  func rankCorrelation(after epoch: Int) -> Double? {
    Ranks.correlation(all.map { $0.losses[epoch] }, all.map { $0.losses[epochs] })
  }

  var correlationFigure: Figure {
    let places = Array(1...epochs)
    return Figure(
      DigitHalving.correlationFigure, .line, title: "ranks at an epoch and at the end",
      x: Figure.Axis("epoch", .log), y: Figure.Axis("rank correlation"),
      series: [
        Figure.Series(
          "validation loss", x: places.map(Double.init),
          y: places.map { rankCorrelation(after: $0) ?? .nan })
      ])
  }
}

/// The settings of one training.
struct DrawnSettings {
  let rate: Double
  let batchSize: Int
  let momentum: Double

  /// Rates from 0.001 to 1, batches of 8 to 64 and momenta from 0 to 0.95, all by ratio.
  init(_ arm: Int, seed: UInt64) {
    var stream = RandomStream(seed: seed, "settings", arm)
    func between(_ range: ClosedRange<Double>) -> Double {
      let (low, high) = (Elementary.log(range.lowerBound), Elementary.log(range.upperBound))
      return Elementary.exp(low + (high - low) * stream.uniform())
    }
    rate = between(0.001...1)
    batchSize = Int(between(8...64).rounded())
    momentum = 1 - between(0.05...1)
  }
}

/// The digits of a run in their three parts.
struct HalvedDigits {
  let training: Dataset
  let validation: Dataset
  let test: Dataset

  /// Shades are brought from 0 … 16 to about −1 … 1; labels of training are wrong in part.
  init(wrongLabels: Double, seed: UInt64) {
    let all = Digits.dataset
    var stream = RandomStream(seed: seed, "split")
    let split = Split(
      stratifying: all.labels, validation: .count(DigitHalving.validationSize),
      test: .count(DigitHalving.testSize), from: &stream)
    let shaded = Dataset(
      features: all.features.map { $0 / 8 - 1 }, targets: all.targets, columns: all.columns)
    let chosen = shaded.selecting(split.train)
    var labels = RandomStream(seed: seed, "labels")
    let targets = chosen.targets.map { own in
      // Both are drawn for every digit, so that more wrong labels include fewer.
      let isWrong = labels.uniform() < wrongLabels
      let other = Double(labels.integer(below: 10))
      return isWrong ? other : own
    }
    training = Dataset(
      features: chosen.features, targets: targets, columns: chosen.columns
    ).oneHot(classes: 10)
    validation = shaded.selecting(split.validation).oneHot(classes: 10)
    test = shaded.selecting(split.test).oneHot(classes: 10)
  }
}
