import Experiments
import Learning
import Numerics

/// A pretrained network, and what becomes of it.
struct TransferredDigits {
  let rate: Double
  let share: Double
  let part: DigitTransfer.Part
  let seed: UInt64
  let data: TransferData
  let pretrained: Network
  private let start: Network
  private let sourceCost: TrainingCost

  /// What ``tuned(at:)`` gives at the rate of the run, which its figures ask for again.
  private let tunedHere: Network

  init(_ settings: Settings, seed: UInt64) {
    rate = settings[DigitTransfer.learningRate]
    share = settings[DigitTransfer.share]
    part = settings[DigitTransfer.part]
    self.seed = seed
    let data = TransferData(
      settings[DigitTransfer.change], rows: settings[DigitTransfer.rows], seed: seed)
    self.data = data
    func drawn(_ name: String) -> Network {
      var stream = RandomStream(seed: seed, name)
      return Network(
        widths: [data.source.columns, DigitTransfer.hiddenUnits, data.source.outputs],
        hidden: .tanh, initialization: .glorotNormal, from: &stream)
    }
    var network = drawn("weights")
    sourceCost = Self.train(
      &network, on: data.source, rate: DigitTransfer.sourceRate, seed: seed)
    pretrained = network
    start = drawn("weights of the twin")
    tunedHere = Self.tuned(network, part, at: rate, on: data.target, seed: seed)
  }

  @discardableResult
  private static func train(
    _ network: inout Network, on data: Dataset, rate: Double, seed: UInt64
  ) -> TrainingCost {
    Trainer(
      loss: .softmaxCrossEntropy, optimizer: Momentum(DigitTransfer.momentum), rate: rate,
      epochs: DigitTransfer.epochs, batches: .shuffled(size: DigitTransfer.batchSize)
    ).train(&network, on: data, seed: seed, recordsLoss: false).cost
  }

  /// The pretrained network tuned at a rate, all of it or its last layer alone.
  func tuned(at rate: Double) -> Network {
    rate == self.rate
      ? tunedHere : Self.tuned(pretrained, part, at: rate, on: data.target, seed: seed)
  }

  private static func tuned(
    _ pretrained: Network, _ part: DigitTransfer.Part, at rate: Double, on target: Dataset,
    seed: UInt64
  ) -> Network {
    var network = pretrained
    guard part == .head else {
      train(&network, on: target, rate: rate, seed: seed)
      return network
    }
    // What the hidden units say of the digits does not change, so the head is a network by itself.
    let (body, head) = (network.layers[0], network.layers[1])
    var unused = RandomStream(seed: seed, "replaced")
    var (first, last) = (
      Network(
        widths: [body.inputs, body.outputs], hidden: .tanh, output: .tanh,
        initialization: .glorotNormal, from: &unused),
      Network(
        widths: [head.inputs, head.outputs], hidden: .tanh, initialization: .glorotNormal,
        from: &unused)
    )
    first.parameters = Array(network.parameters[..<body.end])
    last.parameters = Array(network.parameters[body.end...])
    let seen = Dataset(
      features: first.predictions(for: target.features), targets: target.targets,
      columns: head.inputs, outputs: head.outputs)
    train(&last, on: seen, rate: rate, seed: seed)
    network.parameters = first.parameters + last.parameters
    return network
  }

  /// The twin, trained from scratch at a rate.
  func fromScratch(at rate: Double) -> Network {
    var network = start
    Self.train(&network, on: data.target, rate: rate, seed: seed)
    return network
  }

  /// A share of the way from the pretrained network to a tuned one.
  func partOfTheWay(to tuned: Network, share: Double) -> Network {
    var network = pretrained
    network.parameters = zip(pretrained.parameters, tuned.parameters).map {
      $0 + share * ($1 - $0)
    }
    return network
  }

  func newAccuracy(_ network: Network) -> Double { network.shareOfRightCalls(on: data.newTest) }
  func oldAccuracy(_ network: Network) -> Double { network.shareOfRightCalls(on: data.oldTest) }

  var reading: DigitReading {
    let network = partOfTheWay(to: tuned(at: rate), share: share)
    return DigitReading(
      target: newAccuracy(network), scratch: newAccuracy(fromScratch(at: rate)),
      untouched: newAccuracy(pretrained), source: oldAccuracy(network),
      sourceBefore: oldAccuracy(pretrained))
  }

  /// What pretraining, tuning and the twin took, the tests included.
  var cost: Cost {
    let layers = pretrained.layers
    let each = TrainingCost.forward(layers) + TrainingCost.backward(layers)
    let samples = DigitTransfer.epochs * data.target.rows
    let tests = 5 * DigitTransfer.testSize * TrainingCost.forward(layers)
    let numbers = [data.source, data.target, data.oldTest, data.newTest].reduce(0) {
      $0 + $1.features.count + $1.targets.count
    }
    let updates = (data.target.rows + DigitTransfer.batchSize - 1) / DigitTransfer.batchSize
    return Cost(
      gradientEvaluations: sourceCost.gradientEvaluations + 2 * samples,
      updates: sourceCost.updates + 2 * DigitTransfer.epochs * updates,
      multiplyAdds: sourceCost.multiplyAdds + 2 * samples * each + tests,
      bytes: sourceCost.bytes + 8 * numbers)
  }
}
