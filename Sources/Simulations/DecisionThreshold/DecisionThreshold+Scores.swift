import Experiments
import Learning
import Numerics

/// Scores of both classes in order, so that counts at any threshold are quick.
struct RankedScores {
  /// In ascending order.
  let positive: [Double]
  let negative: [Double]

  init(_ scored: ScoredLabels) {
    func scores(_ wanted: Bool) -> [Double] {
      zip(scored.truth, scored.scores).filter { $0.0 == wanted }.map(\.1).sorted()
    }
    positive = scores(true)
    negative = scores(false)
  }

  /// How many of ascending scores are at least a threshold.
  private static func count(_ scores: [Double], atLeast threshold: Double) -> Int {
    var (low, high) = (0, scores.count)
    while low < high {
      let middle = (low + high) / 2
      if scores[middle] < threshold { low = middle + 1 } else { high = middle }
    }
    return scores.count - low
  }

  func hits(_ threshold: Double) -> Int { Self.count(positive, atLeast: threshold) }

  func alarms(_ threshold: Double) -> Int { Self.count(negative, atLeast: threshold) }

  func recall(_ threshold: Double) -> Double {
    Double(hits(threshold)) / Double(max(1, positive.count))
  }

  /// The share of negative rows that are called positive.
  func falseAlarms(_ threshold: Double) -> Double {
    Double(alarms(threshold)) / Double(max(1, negative.count))
  }

  /// The share of called rows that are positive; not a number where none is called.
  func precision(_ threshold: Double) -> Double {
    let called = hits(threshold) + alarms(threshold)
    return called == 0 ? .nan : Double(hits(threshold)) / Double(called)
  }

  func f1(_ threshold: Double) -> Double {
    let hits = hits(threshold)
    return Double(2 * hits) / Double(max(1, positive.count + hits + alarms(threshold)))
  }

  /// The best F1 of all thresholds and the highest threshold that has it.
  ///
  /// Only the scores of positive rows need to be tried: between two of them F1 can but fall.
  var best: (threshold: Double, f1: Double) {
    var best = (threshold: 0.0, f1: -1.0)
    for threshold in positive.reversed() {
      let value = f1(threshold)
      if value > best.f1 { best = (threshold, value) }
    }
    return best
  }
}

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
}
