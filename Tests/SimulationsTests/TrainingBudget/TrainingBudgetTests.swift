import Experiments
import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct TrainingBudgetTests {
  static func outcome(_ turned: [String: String] = [:]) throws -> Outcome {
    try TrainingBudget.outcome(turned)
  }

  static let twins = [
    "parameters", "updates", "multiply-adds", "engine-bytes",
  ]

  // Formula against engine

  /// Counters are whole numbers free of chance: the formulas have to hit them exactly.
  @Test(
    arguments: [
      [:],
      ["inputs": "1", "width": "1", "depth": "1", "outputs": "1", "batch-size": "1", "rows": "10"],
      [
        "inputs": "7", "width": "13", "depth": "3", "outputs": "3", "rows": "101",
        "batch-size": "25",
      ],
      ["width": "100", "depth": "4", "optimizer": "momentum", "rows": "50", "epochs": "3"],
      ["width": "5", "optimizer": "gradient-descent", "rows": "64", "batch-size": "63"],
      ["rows": "20", "batch-size": "1000"],
    ] as [[String: String]])
  func countersAreWhatTheFormulasSay(turned: [String: String]) throws {
    let outcome = try Self.outcome(turned)
    for name in Self.twins {
      #expect(outcome[name] == outcome["predicted-\(name)"], "\(name)")
      #expect(outcome[name] ?? 0 > 0)
    }
    #expect(outcome.findings.first?.code == "counted")
    #expect(outcome.findings.first?.message.hasSuffix("the formulas say the same.") == true)
  }

  /// The first epoch stands for all: training through several counts as many times as much.
  @Test func everyEpochCostsTheSame() {
    var numbers = RandomStream(seed: 3, "data")
    let data = Dataset(
      features: (0..<70 * 4).map { _ in numbers.uniform() },
      targets: (0..<70 * 2).map { _ in numbers.uniform() }, columns: 4, outputs: 2)
    func cost(_ epochs: Int) -> TrainingCost {
      var weights = RandomStream(seed: 3, "weights")
      var network = Network(
        widths: [4, 6, 2], hidden: .relu, initialization: .heNormal, from: &weights)
      return Trainer(
        loss: .squaredError, optimizer: Adam(), rate: 0.01, epochs: epochs,
        batches: .shuffled(size: 32)
      ).train(&network, on: data, seed: 3, recordsLoss: false).cost
    }
    let (one, five) = (cost(1), cost(5))
    #expect(five.updates == 5 * one.updates)
    #expect(one.updates == 3)
    #expect(five.multiplyAdds == 5 * one.multiplyAdds)
    #expect(five.bytes == one.bytes)
  }

  // The figures of the ground truth

  @Test(arguments: [
    ("gradient-descent", "single", 8), ("momentum", "single", 12), ("adam", "single", 16),
    ("gradient-descent", "double", 16), ("momentum", "double", 24), ("adam", "double", 32),
  ])
  func bytesAParameter(optimizer: String, precision: String, bytes: Double) throws {
    let outcome = try Self.outcome(["optimizer": optimizer, "precision": precision])
    #expect(outcome["bytes-each"] == bytes)
    #expect(outcome["state-bytes"] == bytes * 3466)
  }

  /// The engine's optimizers remember what the table says they do.
  @Test func optimizersRememberAsMuch() {
    let engine = [
      GradientDescent.bytesPerParameter(bytesPerNumber: 4),
      Momentum.bytesPerParameter(bytesPerNumber: 4), Adam.bytesPerParameter(bytesPerNumber: 4),
    ]
    #expect(engine == [8, 12, 16])
  }

  /// Six operations a parameter and sample is a bound, reached by networks of many wide layers.
  @Test func sixOperationsAreReachedFromBelow() throws {
    var before = 0.0
    for width in ["1", "8", "32", "128"] {
      let each = try #require(
        try Self.outcome(["inputs": "10", "width": width, "depth": "4", "rows": "10"])[
          "operations-each"])
      #expect(each > before && each < 6)
      before = each
    }
    #expect(before > 5.6)
    let small = try Self.outcome(["width": "1", "depth": "1", "outputs": "1", "rows": "10"])
    #expect(try #require(small["operations-each"]) > 3.8)
  }

  /// Biases multiply nothing and the first layer hands nothing down: (6·weights − 2·inputs·width)
  /// over the parameters, 4.69 for the network of the lesson and 5.67 for its widest.
  @Test(arguments: [("32", "2", 4.69), ("128", "4", 5.67), ("1", "1", 3.72)])
  func operationsAreCountedNotRoundedUp(width: String, depth: String, each: Double) throws {
    let outcome = try Self.outcome(["width": width, "depth": depth, "rows": "10"])
    let shape = try NetworkShape(
      inputs: 64, width: #require(Int(width)), depth: #require(Int(depth)), outputs: 10)
    let first = shape.widths[0] * shape.widths[1]
    let exact = Double(6 * shape.weights - 2 * first) / Double(shape.parameters)
    let measured = try #require(outcome["operations-each"])
    #expect(abs(measured - exact) < 1e-12 && abs(measured - each) < 0.005)
  }

  /// Doubling the width of a deep network takes nearly four times the arithmetic.
  @Test func widthCountsTwice() throws {
    func arithmetic(_ width: String) throws -> Double {
      try #require(
        try Self.outcome(["width": width, "depth": "4", "inputs": "1", "outputs": "1"])[
          "multiply-adds"])
    }
    let ratio = try arithmetic("128") / arithmetic("64")
    #expect(ratio > 3.9 && ratio < 4)
  }

  /// Arithmetic does not depend on the batch size; updates and the modelled time fall.
  @Test func largerBatchesSaveNoArithmetic() throws {
    let outcomes = try ["1", "10", "100", "1000"].map { try Self.outcome(["batch-size": $0]) }
    #expect(Set(outcomes.map { $0["multiply-adds"] }) == [162_560_000])
    #expect(outcomes.map { $0["updates"] } == [20_000, 2000, 200, 20])
    #expect(outcomes.map { $0["modelled-time"] } == [20_000, 2000, 200, 200])
    #expect(outcomes.map { $0["modelled-use"] } == [0.01, 0.1, 1, 1])
    #expect(Set(outcomes.map { $0["state-bytes"] }) == [55_456])
  }

  // Findings

  @Test(
    arguments: [
      ([:], "state-dominates", "idle-machine"),
      (["batch-size": "500"], "activations-dominate", "busy-machine"),
      (["batch-size": "1", "parallelism": "1"], "state-dominates", "busy-machine"),
      (["width": "1", "batch-size": "99"], "activations-dominate", "idle-machine"),
    ] as [([String: String], String, String)])
  func classifies(turned: [String: String], memory: String, time: String) throws {
    let outcome = try Self.outcome(turned)
    #expect(outcome.findings.map(\.code) == ["counted", memory, time])
  }

  @Test func sentencesNameTheNumbers() throws {
    let messages = try Self.outcome().findings.map(\.message)
    #expect(
      messages == [
        "the engine counted 3466 parameters, and in an epoch 32 updates and 8128000 multiply-adds; "
          + "the formulas say the same.",
        "memory is 73.1 kB: 55.5 kB for the state, 16 bytes for each of 3466 parameters, and "
          + "17.7 kB for the activations of a batch of 32. With a batch of 16 it would be 64.3 kB.",
        "modelled time 640 for 20000 samples: batches of 32, the last of an epoch of 8, use 31 % of "
          + "a machine that works on 100 at once.",
      ])
  }

  /// What a smaller batch saves is told in bytes, and that there is none where there is none.
  @Test(arguments: [
    ("100", "With a batch of 50 it would be 83.1 kB."), ("1", "No batch is smaller."),
  ])
  func aSmallerBatchIsReckoned(batch: String, ending: String) throws {
    let message = try Self.outcome(["batch-size": batch]).findings[1].message
    #expect(message.hasSuffix(ending), "\(message)")
  }

  @Test(
    arguments: [
      (["batch-size": "99"], "batches of 99, the last of an epoch of 10, use 91 % of a machine"),
      (["batch-size": "50"], "a batch of 50 uses 50 % of a machine that works on 100 at once."),
      (["batch-size": "100"], "100 samples at once; no larger one takes less time."),
      (
        ["batch-size": "150", "rows": "160", "epochs": "1"],
        "100 samples at once, the last of an epoch, of 10, does not; the least that a larger one "
          + "takes is 1.60."
      ),
    ] as [([String: String], String)])
  func theLastBatchIsNotForgotten(turned: [String: String], text: String) throws {
    let message = try Self.outcome(turned).findings[2].message
    #expect(message.contains(text), "\(message)")
  }

  // Corners

  @Test(arguments: ["1", "128"], ["1", "4"])
  func everyCornerIsSound(width: String, depth: String) throws {
    for batch in ["1", "1000"] {
      for (rows, epochs) in [("10", "100"), ("67", "1")] {
        for end in [("1", "1", "1"), ("128", "32", "1000")] {
          let outcome = try Self.outcome([
            "inputs": end.0, "width": width, "depth": depth, "outputs": end.1, "rows": rows,
            "batch-size": batch, "epochs": epochs, "parallelism": end.2,
          ])
          #expect(Set(outcome.metrics.keys) == Set(TrainingBudget.metrics.map(\.name)))
          #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 > 0 })
          #expect(try #require(outcome["modelled-use"]) <= 1)
          #expect(try #require(outcome["operations-each"]) < 6)
          for name in Self.twins { #expect(outcome[name] == outcome["predicted-\(name)"]) }
          FigureCheck.check(outcome.figures, of: TrainingBudget.self)
          #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
        }
      }
    }
  }

  /// No seed changes a count.
  @Test func chanceDoesNotEnter() {
    let outcomes = (0..<3).map { TrainingBudget.run(TrainingBudget.defaults, seed: $0) }
    #expect(Set(outcomes.map(\.metrics)).count == 1)
  }

  @Test func figuresShowTheMetrics() throws {
    let outcome = try Self.outcome(["batch-size": "64"])
    let (memory, arithmetic, time) = (
      outcome.figures[0], outcome.figures[1], outcome.figures[2]
    )
    let place = try #require(memory.series[0].x.firstIndex(of: 64))
    #expect(memory.series[0].y[place] == outcome["memory-bytes"])
    #expect(time.series[0].y[place] == outcome["modelled-time"])
    #expect(time.series[1].y[place] == outcome["updates"])
    let width = try #require(arithmetic.series[0].x.firstIndex(of: 32))
    #expect(
      arithmetic.series[0].y[width] * 20_000 == outcome["multiply-adds"])
    #expect(zip(arithmetic.series[0].y, arithmetic.series[1].y).allSatisfy { $0 < $1 })
    #expect(memory.series.map(\.name).contains("optimizer's state"))
    let plain = try Self.outcome(["optimizer": "gradient-descent"])
    #expect(!plain.figures[0].series.map(\.name).contains("optimizer's state"))
  }
}

// Bounds, tried on both sides

extension TrainingBudgetTests {
  @Test func verdictsTurnAtTheirBounds() {
    func memory(_ state: Int, _ activations: Int) -> String {
      TrainingBudget.verdict(stateBytes: state, activationBytes: activations).code
    }
    #expect(memory(100, 100) == "state-dominates" && memory(100, 101) == "activations-dominate")
    func time(_ batch: Int) -> String {
      TrainingBudget.verdict(batchSize: batch, parallelism: 100).code
    }
    #expect(time(99) == "idle-machine" && time(100) == "busy-machine")
  }

  @Test(
    arguments: [
      (999, "999 bytes"), (1000, "1 kB"), (999_000, "999 kB"), (1_000_000, "1 MB"),
    ] as [(Int, String)])
  func bytesChangeTheirUnit(bytes: Int, text: String) {
    #expect(Budget.text(bytes).hasPrefix(text.prefix(1)))
    #expect(Budget.text(bytes).hasSuffix(text.split(separator: " ")[1]))
  }
}
