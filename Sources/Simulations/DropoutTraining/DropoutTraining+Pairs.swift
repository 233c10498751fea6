import Experiments
import Learning
import Numerics

/// Networks trained twice each, with dropout and without.
struct DropoutPairs {
  /// One trained network and how it does.
  struct Fit {
    let network: Network
    let trainingLoss: Double
    let testLoss: Double
  }

  /// Two networks with the same start and the same points.
  struct Pair {
    let examples: Dataset
    let with: Fit
    let without: Fit
  }

  let dropout: Double
  let pairs: [Pair]
  let cost: Cost

  init(dropout: Double, hiddenUnits: Int, trainingSize: Int, noise: Double, seed: UInt64) {
    self =
      Self.all(
        [dropout], hiddenUnits: hiddenUnits, trainingSize: trainingSize, noise: noise, seed: seed)[
        0]
  }

  private init(dropout: Double, pairs: [Pair], cost: Cost) {
    self.dropout = dropout
    self.pairs = pairs
    self.cost = cost
  }

  /// Pairs of several rates, which share the networks without dropout; each as it would be alone.
  static func all(
    _ rates: [Double], hiddenUnits: Int, trainingSize: Int, noise: Double, seed: UInt64
  ) -> [DropoutPairs] {
    let test = wave(DropoutTraining.testSize, noise: 0, seed: seed, number: 0)
    var costs = rates.map { _ in Cost() }
    var pairs = rates.map { _ in [Pair]() }
    for number in 0..<DropoutTraining.networks {
      let examples = wave(trainingSize, noise: noise, seed: seed, number: number)
      var masks = RandomStream(seed: seed, "masks", number)
      let maskSeed = masks.bits()

      func fit(_ dropout: Double) -> (fit: Fit, cost: Cost) {
        var weights = RandomStream(seed: seed, "weights", number)
        var network = Network(
          widths: [1, hiddenUnits, 1], hidden: .tanh, dropout: [dropout],
          initialization: .heNormal, from: &weights)
        let history = Trainer(
          loss: .squaredError, optimizer: Adam(), rate: DropoutTraining.learningRate,
          epochs: DropoutTraining.epochs
        ).train(&network, on: examples, seed: maskSeed, recordsLoss: false)
        let cost = Cost(
          gradientEvaluations: history.cost.gradientEvaluations, updates: history.cost.updates,
          multiplyAdds: history.cost.multiplyAdds
            + (examples.rows + test.rows) * TrainingCost.forward(network.layers),
          bytes: history.cost.bytes + 16 * (examples.rows + test.rows))
        let fit = Fit(
          network: network, trainingLoss: network.loss(.squaredError, on: examples),
          testLoss: network.loss(.squaredError, on: test))
        return (fit, cost)
      }
      let without = fit(0)
      for (index, rate) in rates.enumerated() {
        costs[index].add(without.cost)
        let with = rate > 0 ? fit(rate) : without
        if rate > 0 { costs[index].add(with.cost) }
        pairs[index].append(Pair(examples: examples, with: with.fit, without: without.fit))
      }
    }
    return rates.indices.map {
      DropoutPairs(dropout: rates[$0], pairs: pairs[$0], cost: costs[$0])
    }
  }

  var testLoss: Double { Self.mean(pairs.map(\.with.testLoss)) }
  var lossWithout: Double { Self.mean(pairs.map(\.without.testLoss)) }

  /// The mean test loss with dropout over that without.
  var relativeLoss: Double { dropout > 0 ? testLoss / lossWithout : 1 }

  /// How many networks dropout made better.
  var helped: Int { pairs.count { $0.with.testLoss < $0.without.testLoss } }

  static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  /// Two periods of a sine at the middles of equal parts of [0, 1], features from −2 to 2.
  private static func wave(_ count: Int, noise: Double, seed: UInt64, number: Int) -> Dataset {
    var stream = RandomStream(seed: seed, "noise", number)
    let places = (0..<count).map { (Double($0) + 0.5) / Double(count) }
    return Dataset(
      features: places.map(feature),
      targets: places.map { truth($0) + (noise > 0 ? noise * stream.normal() : 0) }, columns: 1)
  }

  /// What a network is given for a place in [0, 1].
  static func feature(_ place: Double) -> Double { 4 * place - 2 }

  /// The wave itself.
  static func truth(_ place: Double) -> Double { Elementary.sin(4 * Double.pi * place) }
}

extension DropoutTraining {
  /// What a dropout rate is found to be, by the test loss over that without dropout.
  static func verdict(dropout: Double, relativeLoss: Double) -> FindingKind {
    guard dropout < 1 else { return nothingLearned }
    guard dropout > 0 else { return noGain }
    if relativeLoss <= 0.95 { return dropoutHelps }
    return relativeLoss < 1.05 ? noGain : dropoutHurts
  }
}

// What was found, in words

extension DropoutPairs {
  var finding: Finding {
    let share = NumberText.fixed(relativeLoss, decimals: 2)
    let losses =
      "test loss is \(Self.text(testLoss)) with dropout and \(Self.text(lossWithout)) without, "
      + "\(share) times as much; \(NumberText.count(helped, "network")) of \(pairs.count) got better"
    func finding(_ kind: FindingKind, _ message: String) -> Finding {
      Finding(kind, predicted: nil, measured: testLoss, message)
    }
    let kind = DropoutTraining.verdict(dropout: dropout, relativeLoss: relativeLoss)
    if kind == DropoutTraining.nothingLearned {
      return finding(
        kind,
        "Every hidden unit is dropped in training, so the slopes of all weights are 0 and only the "
          + "last bias learns; the test drops nothing and sees weights nobody trained: \(losses).")
    }
    guard dropout > 0 else {
      return finding(kind, "Nothing is dropped: \(losses).")
    }
    let rate = "At a dropout rate of \(NumberText.shortest(dropout))"
    let effect =
      switch kind {
      case DropoutTraining.dropoutHelps: "the noise of training helps"
      case DropoutTraining.dropoutHurts: "the noise of training hurts"
      default: "nothing is gained"
      }
    return finding(kind, "\(rate) \(effect): \(losses).")
  }

  private static func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
}

extension Cost {
  /// Counts what came after; its memory takes the place of the memory before.
  fileprivate mutating func add(_ next: Cost) {
    gradientEvaluations += next.gradientEvaluations
    updates += next.updates
    multiplyAdds += next.multiplyAdds
    bytes = next.bytes
  }
}
