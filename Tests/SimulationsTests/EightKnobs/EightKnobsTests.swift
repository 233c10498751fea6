import Experiments
import Testing

@testable import Simulations

@Suite struct EightKnobsTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try EightKnobs.outcome(turned, seed: seed)
  }

  // The workbench's own run

  /// To the last bit, whatever is turned: nobody's watching changes what is learned.
  @Test(
    arguments: [
      [:], ["data": "penguins", "learning-rate": "0.02"],
      ["optimizer": "momentum", "momentum": "0.5", "learning-rate": "0.1", "batch-size": "180"],
      ["label-noise": "0.2", "dropout": "0.4", "weight-decay": "1", "learning-rate": "0.01"],
      ["optimizer": "momentum", "learning-rate": "1", "momentum": "0.95", "epochs": "3"],
    ] as [[String: String]])
  func isARunOfTheWorkbench(turned: [String: String]) throws {
    let shared = ["data": "digits", "training-rows": "180", "weight-decay": "0.0001"]
    for seed in 3...4 as ClosedRange<UInt64> {
      let (task, bench) = (
        try Self.outcome(turned, seed: seed),
        try TrainingRun.outcome(shared.merging(turned) { $1 }, seed: seed)
      )
      for metric in [
        "validation-accuracy", "validation-loss", "test-accuracy", "training-multiply-adds",
        "predicted-training-multiply-adds",
      ] { #expect(task[metric] == bench[metric], "\(metric)") }
      #expect(task.cost.updates == bench.cost.updates)
      #expect(task.cost.multiplyAdds < bench.cost.multiplyAdds)
    }
  }

  // What it costs

  /// By hand: three a weight, two a weight of the first layer, 180 rows.
  @Test(
    arguments: [
      ("digits", 16, 20, 9_100_800), ("digits", 32, 100, 91_008_000), ("digits", 8, 1, 227_520),
      ("penguins", 16, 20, 979_200), ("penguins", 8, 10, 244_800),
    ])
  func multiplyAdds(data: String, width: Int, epochs: Int, adds: Double) throws {
    for optimizer in ["adam", "momentum"] {
      let outcome = try Self.outcome([
        "data": data, "width": "\(width)", "epochs": "\(epochs)", "optimizer": optimizer,
      ])
      #expect(outcome["training-multiply-adds"] == adds)
      #expect(outcome["predicted-training-multiply-adds"] == adds)
    }
  }

  // Row 59: fixed settings

  /// Mean test accuracies of 24 splits.
  ///
  /// Those of the ground truth are another program's, whose weights
  /// and splits are others.
  @Test(
    arguments: [
      (["learning-rate": "0.001"], 0.66...0.74), (["learning-rate": "0.02"], 0.93...0.965),
      (
        ["learning-rate": "0.05", "optimizer": "momentum", "batch-size": "16", "epochs": "22"],
        0.93...0.97
      ),
      (["data": "penguins"], 0.74...0.88),
      (["data": "penguins", "learning-rate": "0.02"], 0.97...1),
      (["label-noise": "0.2"], 0.55...0.66),
      (
        [
          "learning-rate": "0.01", "batch-size": "16", "epochs": "10", "width": "32",
          "weight-decay": "1", "dropout": "0.2",
        ], 0.95...0.985
      ),
      (
        [
          "label-noise": "0.2", "learning-rate": "0.01", "batch-size": "16", "epochs": "10",
          "width": "32", "weight-decay": "1", "dropout": "0.2",
        ], 0.88...0.93
      ),
    ] as [([String: String], ClosedRange<Double>)])
  func fixedSettings(turned: [String: String], wanted: ClosedRange<Double>) throws {
    let mean = try (1...24 as ClosedRange<UInt64>).reduce(0.0) { sum, seed in
      let accuracy = try #require(try Self.outcome(turned, seed: 800 + seed)["test-accuracy"])
      return sum + accuracy / 24
    }
    #expect(wanted.contains(mean), "\(turned): \(mean)")
  }

  // What it says

  @Test func fewRowsScatter() throws {
    #expect(abs(BinomialLaw.deviationOfShare(of: 60, success: 0.95) - 0.02814) < 1e-5)
    for sure in [0.0, 1] { #expect(BinomialLaw.deviationOfShare(of: 60, success: sure) == 0) }
    #expect(BinomialLaw.deviationOfShare(of: 0, success: 0.5) == 0.5)
    let outcome = try Self.outcome(["learning-rate": "0.02"])
    let accuracy = try #require(outcome["test-accuracy"])
    let right = Int((60 * accuracy).rounded())
    #expect(outcome.findings.map(\.code) == ["few-rows", "real-data"])
    #expect(outcome.findings[0].message.hasPrefix("\(right) of 60 test rows"))
    let deviation = try #require(outcome["row-deviation"])
    #expect(abs(deviation * deviation * 60 - accuracy * (1 - accuracy)) < 1e-12)
  }

  @Test func momentumRestsUnderAdam() {
    #expect(EightKnobs.idleKnobs(EightKnobs.defaults) == ["momentum"])
  }

  // Corners

  @Test(arguments: ["digits", "penguins"], ["adam", "momentum"])
  func holdsAtAllCorners(data: String, optimizer: String) throws {
    for (rate, decay, momentum, dropout) in [
      ("1", "10", "0.99", "0"), ("0.0001", "0.0001", "0", "0.9"), ("1", "0.0001", "0.99", "0.9"),
    ] {
      for (batch, epochs, width, noise) in [("4", "9", "32", "0.5"), ("180", "1", "8", "0")] {
        let outcome = try Self.outcome([
          "data": data, "optimizer": optimizer, "learning-rate": rate, "weight-decay": decay,
          "momentum": momentum, "dropout": dropout, "batch-size": batch, "epochs": epochs,
          "width": width, "label-noise": noise,
        ])
        #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
        let accuracy = try #require(outcome["test-accuracy"])
        #expect((0...1).contains(accuracy))
        #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
        #expect(outcome.figures.map(\.name) == ["losses"])
      }
    }
  }
}
