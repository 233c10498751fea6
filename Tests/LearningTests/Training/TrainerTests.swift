import Learning
import Numerics
import Testing

@Suite struct TrainerTests {
  static func moons(_ count: Int, _ name: String, seed: UInt64 = 1) -> Dataset {
    var stream = RandomStream(seed: seed, name)
    return .twoMoons(count: count, noise: 0.3, from: &stream)
  }

  static func network(_ widths: [Int] = [2, 16, 1], seed: UInt64 = 1) -> Network {
    var stream = RandomStream(seed: seed, "initial weights")
    return Network(widths: widths, hidden: .tanh, initialization: .fanIn, from: &stream)
  }

  static func trainer(_ batches: Batches, epochs: Int, rate: Double = 0.5)
    -> Trainer<GradientDescent>
  {
    Trainer(
      loss: .binaryCrossEntropy, optimizer: GradientDescent(), rate: rate, epochs: epochs,
      batches: batches)
  }

  static let plans: [Batches] = [
    .full, .shuffled(size: 8), .shuffled(size: 7), .withReplacement(size: 8),
  ]

  @Test(arguments: plans)
  func trainingReducesTheLoss(batches: Batches) throws {
    var network = Self.network()
    let data = Self.moons(40, "data")
    let history = Self.trainer(batches, epochs: 100).train(&network, on: data, seed: 1)
    let (first, last) = (history.trainingLoss[0], try #require(history.trainingLoss.last))
    #expect(last < 0.75 * first)
    #expect(last == network.loss(.binaryCrossEntropy, on: data))
    #expect(history.trainingLoss.count == 101 && history.validationLoss.isEmpty)
    #expect(history.bestEpoch == nil && history.bestParameters == nil)
  }

  @Test(arguments: plans)
  func parametersDoNotDependOnWhatIsRecorded(batches: Batches) {
    var (network, other) = (Self.network(), Self.network())
    let (data, trainer) = (Self.moons(30, "data"), Self.trainer(batches, epochs: 4))
    let full = trainer.train(&network, on: data, seed: 3)
    let sparse = trainer.train(&other, on: data, seed: 3, recordsLoss: false)
    #expect(network == other)
    #expect(sparse.trainingLoss == (batches == .full ? full.trainingLoss : []))
    let saved = batches == .full ? 0 : 5 * 30 * (2 * 16 + 16)
    #expect(full.cost.multiplyAdds - sparse.cost.multiplyAdds == saved)
  }

  @Test(arguments: plans)
  func theHistoryIsWhatTheParametersGive(batches: Batches) throws {
    var network = Self.network()
    let (data, validation) = (Self.moons(30, "data"), Self.moons(70, "validation"))
    let history = Self.trainer(batches, epochs: 30, rate: 2).train(
      &network, on: data, validation: validation, seed: 2, snapshots: [0, 11, 30, 99])
    #expect(history.snapshots.keys.sorted() == [0, 11, 30])
    for (epoch, parameters) in history.snapshots {
      network.parameters = parameters
      #expect(history.trainingLoss[epoch] == network.loss(.binaryCrossEntropy, on: data))
      #expect(history.validationLoss[epoch] == network.loss(.binaryCrossEntropy, on: validation))
    }
    let best = try #require(history.bestEpoch)
    let lowest = try #require(history.validationLoss.min())
    #expect(history.validationLoss[best] == lowest)
    network.parameters = try #require(history.bestParameters)
    #expect(network.loss(.binaryCrossEntropy, on: validation) == lowest)
  }

  /// How a run of mini-batches may go wrong; each is a known bug.
  enum Variant: CaseIterable { case right, neverReshuffled, gradientLeaks, meanOverFullSize }

  /// The textbook loop: one epoch after another, slices of a shuffled order, mean over the slice.
  static func parameters(_ variant: Variant, _ data: Dataset, size: Int, epochs: Int) -> [Double] {
    var network = network()
    var stream = RandomStream(seed: 5, "order")
    var order = Array(0..<data.rows)
    var left = Array(repeating: 0.0, count: network.parameters.count)
    for epoch in 0..<epochs {
      if epoch == 0 || variant != .neverReshuffled { stream.shuffle(&order) }
      for start in stride(from: 0, to: data.rows, by: size) {
        let rows = order[start..<min(start + size, data.rows)]
        let batch = Dataset(
          features: rows.flatMap { data.features[2 * $0..<2 * $0 + 2] },
          targets: rows.map { data.targets[$0] }, columns: 2)
        var gradient = network.gradient(of: .binaryCrossEntropy, on: batch).gradient
        if variant == .gradientLeaks {
          if start == 0 { for index in left.indices { gradient[index] += left[index] } }
          left = gradient
        }
        let share = variant == .meanOverFullSize ? Double(rows.count) / Double(size) : 1
        for index in gradient.indices {
          network.parameters[index] -= 0.5 * (share * gradient[index])
        }
      }
    }
    return network.parameters
  }

  /// Equal to the textbook loop bit for bit, and to none of the known bugs.
  @Test(arguments: Variant.allCases)
  func miniBatches(variant: Variant) {
    let data = Self.moons(30, "data")
    var network = Self.network()
    _ = Self.trainer(.shuffled(size: 8), epochs: 5).train(&network, on: data, seed: 5)
    let expected = Self.parameters(variant, data, size: 8, epochs: 5)
    #expect((network.parameters == expected) == (variant == .right))
  }

  @Test func costIsCounted() {
    var network = Self.network([2, 16, 1])
    let (data, validation) = (Self.moons(30, "data"), Self.moons(70, "validation"))
    let cost = Self.trainer(.shuffled(size: 8), epochs: 5)
      .train(&network, on: data, validation: validation, seed: 1).cost
    #expect(cost.gradientEvaluations == 150)
    #expect(cost.updates == 5 * 4)
    // 48 forward; backward 48 for the weights and 16 for the hidden units.
    #expect(cost.multiplyAdds == 150 * 112 + 6 * 48 * (30 + 70))
    #expect(cost.bytes > 2 * 8 * network.parameters.count)
  }

  /// Counts by hand for every layer of a deeper network, and the approximation of textbooks.
  @Test func costOfEveryLayerIsCounted() {
    var network = Self.network([2, 16, 4, 1])
    let cost = Self.trainer(.shuffled(size: 7), epochs: 3)
      .train(&network, on: Self.moons(30, "data"), seed: 1).cost
    #expect(cost.parameters == 3 * 16 + 17 * 4 + 5 && cost.updates == 3 * 5)
    // 32, 64 and 4 weights; nothing is handed down below the first layer.
    #expect(cost.forwardMultiplyAdds == (90 + 4 * 30) * (32 + 64 + 4))
    #expect(cost.backwardMultiplyAdds == 90 * (32 + 2 * 64 + 2 * 4))
    #expect(cost.multiplyAdds == cost.forwardMultiplyAdds + cost.backwardMultiplyAdds)

    let wide = Self.network([64, 128, 128, 10])
    let forward = TrainingCost.forward(wide.layers)
    let training = 2 * (forward + TrainingCost.backward(wide.layers))
    let perParameter = Double(training) / Double(wide.parameters.count)
    #expect(perParameter > 5 && perParameter < 6)
  }

  /// Whoever remembers more of every parameter needs that much more memory.
  @Test func bytesFollowTheOptimizersState() {
    struct Remembering: Optimizer {
      static let statePerParameter = 2
      mutating func step(
        parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
      ) {}
    }
    let data = Self.moons(30, "data")
    var networks = (Self.network(), Self.network())
    let plain = Self.trainer(.full, epochs: 1).train(&networks.0, on: data, seed: 1).cost
    let more = Trainer(
      loss: .binaryCrossEntropy, optimizer: Remembering(), rate: 1, epochs: 1
    ).train(&networks.1, on: data, seed: 1).cost
    #expect(more.bytes - plain.bytes == 2 * 8 * 65)
  }

  /// Every update takes its own rate, counted on through the epochs.
  @Test func theScheduleIsAskedAtEveryUpdate() {
    struct Halving: Schedule {
      func rate(at step: Int) -> Double { 1 / Double(1 << step) }
    }
    let data = Self.moons(20, "data")
    var network = Self.network()
    var expected = network
    _ = Trainer(
      loss: .binaryCrossEntropy, optimizer: GradientDescent(), schedule: Halving(), epochs: 3,
      batches: .shuffled(size: 8)
    ).train(&network, on: data, seed: 5)
    var stream = RandomStream(seed: 5, "order")
    var (order, update) = (Array(0..<20), 0)
    for _ in 0..<3 {
      stream.shuffle(&order)
      for start in [0, 8, 16] {
        let rows = order[start..<min(start + 8, 20)]
        let batch = Dataset(
          features: rows.flatMap { data.features[2 * $0..<2 * $0 + 2] },
          targets: rows.map { data.targets[$0] }, columns: 2)
        let gradient = expected.gradient(of: .binaryCrossEntropy, on: batch).gradient
        for index in gradient.indices {
          expected.parameters[index] -= Halving().rate(at: update) * gradient[index]
        }
        update += 1
      }
    }
    #expect(network.parameters == expected.parameters)
  }

  /// Early stopping cuts the run of the patient one short and hands back its best parameters.
  @Test(arguments: plans)
  func earlyStopping(batches: Batches) throws {
    let (data, validation) = (Self.moons(20, "data", seed: 3), Self.moons(60, "validation"))
    var networks = (Self.network(), Self.network())
    var trainer = Self.trainer(batches, epochs: 400, rate: 2)
    let whole = trainer.train(&networks.0, on: data, validation: validation, seed: 1)
    let stopping = Stopping(patience: 12)
    trainer.stopping = stopping
    let short = trainer.train(&networks.1, on: data, validation: validation, seed: 1)

    let decision = stopping.decision(whole.validationLoss)
    let stop = try #require(decision.stop)
    #expect(short.stoppedEpoch == stop && short.bestEpoch == decision.best)
    #expect(short.validationLoss == Array(whole.validationLoss[...stop]))
    #expect(short.trainingLoss == Array(whole.trainingLoss[...stop]))
    #expect(networks.1.parameters == short.bestParameters)
    let lowest = try #require(short.validationLoss.min())
    #expect(networks.1.loss(.binaryCrossEntropy, on: validation) == lowest)
    #expect(whole.stoppedEpoch == nil && whole.trainingLoss.count == 401)
    #expect(short.cost.updates < whole.cost.updates)
  }

  /// Parameters and gradients stay where they are in memory; were one copied, all would be lost.
  @Test(arguments: plans)
  func theLoopKeepsItsMemory(batches: Batches) {
    struct Watching: Optimizer {
      static let statePerParameter = 0
      var addresses: [Int] = []
      mutating func step(
        parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
      ) {
        let now = [
          parameters.withUnsafeMutableBufferPointer { Int(bitPattern: $0.baseAddress) },
          gradients.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) },
        ]
        if addresses.isEmpty { addresses = now }
        for index in parameters.indices {
          parameters[index] = addresses == now ? parameters[index] - rate * gradients[index] : .nan
        }
      }
    }
    var stream = RandomStream(seed: 1, "initial weights")
    var network = Network(
      widths: [2, 40, 1], hidden: .relu, dropout: [0.2], initialization: .fanIn, from: &stream)
    _ = Trainer(
      loss: .binaryCrossEntropy, optimizer: Watching(), rate: 0.1, epochs: 30, batches: batches
    ).train(
      &network, on: Self.moons(30, "data"), validation: Self.moons(20, "validation"), seed: 1)
    #expect(network.parameters.allSatisfy { $0.isFinite })
  }

  @Test func aDivergingRunIsRecordedNotHidden() throws {
    var stream = RandomStream(seed: 1, "initial weights")
    var network = Network(
      widths: [2, 4, 1], hidden: .identity, initialization: .fanIn, from: &stream)
    let trainer = Trainer(
      loss: .squaredError, optimizer: GradientDescent(), rate: 100, epochs: 200)
    let history = trainer.train(
      &network, on: Self.moons(20, "data"), validation: Self.moons(20, "validation"), seed: 1)
    #expect(try #require(history.trainingLoss.last).isFinite == false)
    let best = try #require(history.bestEpoch)
    #expect(history.validationLoss[best].isFinite)
  }

  /// Two moons without noise can be told apart completely, but not by a straight line.
  @Test(arguments: [(Activation.tanh.name, 1.0), (Activation.identity.name, 0.89)])
  func hiddenUnitsBendTheBoundary(name: String, expected: Double) throws {
    let activation = try #require(Activation.all.first { $0.name == name })
    var streams = (RandomStream(seed: 1, "data"), RandomStream(seed: 1, "initial weights"))
    let data = Dataset.twoMoons(count: 100, noise: 0, from: &streams.0)
    var network = Network(
      widths: [2, 16, 1], hidden: activation, initialization: .fanIn, from: &streams.1)
    _ = Self.trainer(.shuffled(size: 10), epochs: 200, rate: 1).train(&network, on: data, seed: 1)
    #expect(abs(network.accuracy(on: data) - expected) < 0.05)
  }

  /// At a rate of 0 every epoch is as good as the first, and the first is the best.
  @Test func ofEqualEpochsTheFirstIsBest() {
    var network = Self.network()
    let history = Self.trainer(.full, epochs: 5, rate: 0).train(
      &network, on: Self.moons(9, "data"), validation: Self.moons(9, "validation"), seed: 1)
    #expect(Set(history.validationLoss).count == 1 && history.bestEpoch == 0)
  }

  @Test func noEpochsLeaveTheNetworkAsItWas() {
    for epochs in [0, -3] {
      var network = Self.network()
      let before = network
      let history = Self.trainer(.full, epochs: epochs).train(
        &network, on: Self.moons(9, "data"), seed: 1)
      #expect(network == before && history.trainingLoss.count == 1)
      #expect(
        history.trainingLoss[0] == network.loss(.binaryCrossEntropy, on: Self.moons(9, "data")))
    }
  }
}
