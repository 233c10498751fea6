import Experiments
import Learning
import Numerics

/// Log-odds of being a chinstrap, for penguins that the model was not trained on.
///
/// A logistic model of bill length and bill depth, trained on one half of the 333 penguins and asked
/// about the other; both halves have their share of every species.
struct PenguinScores {
  static let epochs = 300

  let scored: ScoredLabels
  let cost: Cost

  init(seed: UInt64) {
    let chinstrap = Penguin.Species.chinstrap
    let data = Dataset(
      features: Penguins.all.flatMap { [$0.billLength, $0.billDepth] },
      targets: Penguins.all.map { $0.species == chinstrap ? 1 : 0 }, columns: 2)
    var stream = RandomStream(seed: seed, "split")
    let split = Split(
      stratifying: Penguins.dataset.labels, validation: .share(0.5), from: &stream)
    // The scale is part of the model, so it is learned from the training half alone.
    let scaled = Standardization(fittedTo: data, rows: split.train).applied(to: data)
    let held = scaled.selecting(split.validation)

    var weights = RandomStream(seed: seed, "weights")
    var network = Network(
      widths: [2, 1], hidden: .identity, initialization: .zeros, from: &weights)
    let trainer = Trainer(
      loss: .binaryCrossEntropy, optimizer: GradientDescent(), rate: 1, epochs: Self.epochs)
    let history = trainer.train(&network, on: scaled.selecting(split.train), seed: seed)
    scored = ScoredLabels(
      truth: held.targets.map { $0 > 0.5 }, scores: network.predictions(for: held.features))
    cost = Cost(
      gradientEvaluations: history.cost.gradientEvaluations, updates: history.cost.updates,
      multiplyAdds: history.cost.multiplyAdds + 2 * held.rows,
      bytes: history.cost.bytes + 8 * 3 * (data.rows + held.rows))
  }

  /// Whom the data are owed to, and the terms they come under.
  static var credit: String {
    RealData.all.first { $0.name == "penguins" }.map { "\($0.attribution); \($0.licence)" } ?? ""
  }
}
