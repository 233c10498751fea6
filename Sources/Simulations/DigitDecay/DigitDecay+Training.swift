import Experiments
import Learning
import Numerics

/// A network trained with decay, and its twin without: the same digits, labels and start.
///
/// Digits, wrong labels and initial weights come from streams of their own: fewer training digits
/// are the first of more, and the test digits are the same for every setting.
struct DigitTraining {
  /// One of the two after its last epoch.
  struct Trained {
    let network: Network
    let trainingLoss: Double
    let testLoss: Double

    /// The losses after 0, 1, 2 … epochs; those of the test are there if it is followed.
    let trainingLosses: [Double]
    let testLosses: [Double]

    /// The length of the vector of all parameters.
    var norm: Double {
      Elementary.squareRoot(network.parameters.reduce(0) { $0 + $1 * $1 })
    }
  }

  let decay: Double
  let decayed: Trained
  let twin: Trained

  /// The share of test digits whose largest output is their own.
  let testAccuracy: Double

  /// What training and testing took, the tests after every epoch included, followed or not.
  let cost: Cost

  /// - Parameter isFollowed: whether the test loss is taken after every epoch, for a picture.
  init(
    decay: Double, trainingSize: Int, hiddenUnits: Int, wrongLabels: Double, isFollowed: Bool,
    seed: UInt64
  ) {
    self =
      Self.all(
        [decay], trainingSize: trainingSize, hiddenUnits: hiddenUnits, wrongLabels: wrongLabels,
        isFollowed: isFollowed, seed: seed)[0]
  }

  /// Trainings with several decays, which share their twin; each as it would be alone.
  static func all(
    _ decays: [Double], trainingSize: Int, hiddenUnits: Int, wrongLabels: Double,
    isFollowed: Bool, seed: UInt64
  ) -> [DigitTraining] {
    let (training, test) = digits(trainingSize, wrongLabels: wrongLabels, seed: seed)
    var stream = RandomStream(seed: seed, "weights")
    let start = Network(
      widths: [training.columns, hiddenUnits, training.outputs], hidden: .tanh,
      initialization: .glorotNormal, from: &stream)
    func trained(_ decay: Double) -> (Trained, cost: TrainingCost) {
      var network = start
      let trainer = Trainer(
        loss: .softmaxCrossEntropy,
        optimizer: Penalized(Momentum(DigitDecay.momentum), .squares(decay)),
        rate: DigitDecay.learningRate, epochs: DigitDecay.epochs)
      // Only looked at: nothing is chosen by it.
      let history = trainer.train(
        &network, on: training, validation: isFollowed ? test : nil, seed: seed)
      var cost = history.cost
      if !isFollowed {
        cost.forwardMultiplyAdds +=
          (DigitDecay.epochs + 1) * test.rows * TrainingCost.forward(network.layers)
      }
      let trained = Trained(
        network: network, trainingLoss: history.trainingLoss.last ?? .nan,
        testLoss: network.loss(.softmaxCrossEntropy, on: test),
        trainingLosses: history.trainingLoss, testLosses: history.validationLoss)
      return (trained, cost)
    }
    let (twin, twinCost) = trained(0)
    let numbers = training.features.count + test.features.count
    return decays.map { decay in
      let (decayed, cost) = trained(decay)
      return DigitTraining(
        decay: decay, decayed: decayed, twin: twin,
        testAccuracy: decayed.network.shareOfRightCalls(on: test),
        cost: Cost(
          gradientEvaluations: cost.gradientEvaluations + twinCost.gradientEvaluations,
          updates: cost.updates + twinCost.updates,
          multiplyAdds: cost.multiplyAdds + twinCost.multiplyAdds,
          bytes: max(cost.bytes, twinCost.bytes) + 8 * numbers))
    }
  }

  private init(
    decay: Double, decayed: Trained, twin: Trained, testAccuracy: Double, cost: Cost
  ) {
    self.decay = decay
    self.decayed = decayed
    self.twin = twin
    self.testAccuracy = testAccuracy
    self.cost = cost
  }

  var relativeLoss: Double { decayed.testLoss / twin.testLoss }

  /// Training digits with some labels drawn anew, and test digits with their own.
  ///
  /// Shades are brought from 0 … 16 to about −1 … 1, the same way for all.
  static func digits(_ trainingSize: Int, wrongLabels: Double, seed: UInt64) -> (
    training: Dataset, test: Dataset
  ) {
    let all = Digits.dataset
    var stream = RandomStream(seed: seed, "split")
    let split = Split(
      stratifying: all.labels, validation: .count(0), test: .count(DigitDecay.testSize),
      from: &stream)
    let classes = 10
    let shaded = Dataset(
      features: all.features.map { $0 / 8 - 1 }, targets: all.targets, columns: all.columns)
    let chosen = shaded.selecting(Array(split.train.prefix(trainingSize)))
    var labels = RandomStream(seed: seed, "labels")
    let targets = chosen.targets.map { own in
      // Both are drawn for every digit, so that more wrong labels include fewer.
      let isWrong = labels.uniform() < wrongLabels
      let other = Double(labels.integer(below: classes))
      return isWrong ? other : own
    }
    let training = Dataset(features: chosen.features, targets: targets, columns: chosen.columns)
    return (
      training.oneHot(classes: classes), shaded.selecting(split.test).oneHot(classes: classes)
    )
  }
}

extension DigitDecay {
  /// What a weight decay is found to be, by the test loss over that of the twin without.
  static func verdict(relativeLoss: Double) -> FindingKind {
    relativeLoss > 1.05 ? tooMuch : relativeLoss < 0.95 ? helps : tooLittle
  }
}

extension DigitTraining {
  /// What was found, in words that never name the best weight decay: an exercise asks for it.
  var findings: [Finding] {
    let numbers =
      "test loss is \(Self.text(decayed.testLoss)), that of the twin without decay "
      + "\(Self.text(twin.testLoss)); training loss is \(Self.text(decayed.trainingLoss)) against "
      + Self.text(twin.trainingLoss)
    let kind = DigitDecay.verdict(relativeLoss: relativeLoss)
    let effect =
      switch kind {
      case DigitDecay.tooMuch: "decay costs more than it saves"
      case DigitDecay.helps: "decay helps"
      default: "decay changes little"
      }
    return [
      Finding(
        kind, predicted: twin.testLoss, measured: decayed.testLoss, "\(effect): \(numbers)."),
      Finding(
        DigitDecay.realData, predicted: nil, measured: nil,
        "the digits are from \(RealData.digits.credit).", credits: [RealData.digits.credit]),
    ]
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}
