import Experiments
import Testing

@testable import Simulations

@Suite struct TrainingRunTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try TrainingRun.outcome(turned, seed: seed)
  }

  // Rows 1–3 of the course's figures, on a network

  /// Every mystery shows its fault on nearly every seed.
  @Test(
    arguments: [
      ("first", "overfitting"), ("second", "too-slow"), ("third", "unstable"),
      ("fourth", "underfitting"), ("fifth", "too-noisy"), ("sixth", "leaking"),
    ])
  func mysteriesShowTheirFaults(mystery: String, fault: String) throws {
    let named = try (700..<706).count { (seed: UInt64) in
      let outcome = try Self.outcome(["mystery": mystery, "diagnosis": fault], seed: seed)
      return outcome["named-right"] == 1
    }
    #expect(named >= 5)
  }

  /// A mystery keeps its secret until it is named.
  @Test func mysteriesKeepTheirSecret() throws {
    let silent = try Self.outcome(["mystery": "second"])
    #expect(silent.findings.map(\.code) == ["unnamed", "real-data"])
    let wrong = try Self.outcome(["mystery": "second", "diagnosis": "unstable"])
    #expect(wrong.findings.map(\.code) == ["named-wrong", "real-data"])
    #expect(wrong["named-right"] == 0)
    let right = try Self.outcome(["mystery": "second", "diagnosis": "too-slow"])
    #expect(right.findings.map(\.code) == ["too-slow", "named-right", "real-data"])
    let open = try Self.outcome(["data": "penguins"])
    #expect(open.findings.map(\.code) == ["too-slow", "real-data"])
  }

  /// The hidden settings replace all others.
  @Test func mysteriesReplaceAllSettings() throws {
    let plain = try Self.outcome(["mystery": "sixth"])
    let turned = try Self.outcome([
      "mystery": "sixth", "data": "circles", "epochs": "3", "width": "2", "leak": "none",
    ])
    #expect(plain.metrics == turned.metrics)
  }

  @Test(arguments: [(100, 32, 20), (96, 32, 7), (97, 32, 7), (10, 256, 3), (180, 4, 5)])
  func updatesAreEpochsTimesBatches(rows: Int, batch: Int, epochs: Int) throws {
    let outcome = try Self.outcome([
      "training-rows": "\(rows)", "batch-size": "\(batch)", "epochs": "\(epochs)",
    ])
    let batches = (rows + batch - 1) / batch
    #expect(outcome["updates"] == Double(epochs * batches))
    #expect(outcome["predicted-updates"] == outcome["updates"])
    #expect(outcome.cost.gradientEvaluations == epochs * rows)
  }

  @Test(arguments: [("two-moons", 2.0), ("spirals", 2), ("penguins", 3), ("digits", 10)])
  func blindLossIsTheLogarithmOfTheClasses(data: String, classes: Double) throws {
    let blind = try #require(try Self.outcome(["data": data, "epochs": "1"])["blind-loss"])
    #expect(abs(blind - [2: 0.693147, 3: 1.098612, 10: 2.302585][classes, default: 0]) < 1e-6)
  }

  /// The usual start is no end: every data set is better served by another rate.
  @Test(arguments: ["two-moons", "circles", "penguins", "digits"])
  func defaultsAreOnlyAStart(data: String) throws {
    for seed in 720..<724 as Range<UInt64> {
      let usual = try #require(try Self.outcome(["data": data], seed: seed)["test-loss"])
      let faster = try Self.outcome(["data": data, "learning-rate": "0.02"], seed: seed)
      #expect(try #require(faster["test-loss"]) < 0.85 * usual)
    }
  }

  /// Batches of 32 to 64 and 10 to 20 epochs are all customary, and on a hundred rows none is enough.
  ///
  /// The mean test loss of six seeds over that of knowing nothing: fewer updates leave more of it.
  @Test(arguments: ["two-moons", "circles", "spirals", "penguins", "digits"])
  func everyCustomaryStartEndsTooSoon(data: String) throws {
    func left(_ batch: Int, _ epochs: Int) throws -> Double {
      try (1...6 as ClosedRange<UInt64>).reduce(0) { sum, seed in
        let outcome = try Self.outcome(
          ["data": data, "batch-size": "\(batch)", "epochs": "\(epochs)"], seed: seed)
        return try sum + #require(outcome["test-loss"]) / #require(outcome["blind-loss"]) / 6
      }
    }
    let (least, most) = (try left(64, 10), try left(32, 20))
    #expect(least > 1.04 && most > 0.6)
    #expect(most < 0.96 * least)
    for (batch, epochs) in [(32, 10), (64, 20)] {
      #expect(try (most...least).contains(left(batch, epochs)))
    }
  }

  @Test func aLeakMakesValidationTooGood() throws {
    let settings = [
      "data": "digits", "training-rows": "60", "width": "32", "learning-rate": "0.02",
      "epochs": "60",
    ]
    for seed in 730..<734 as Range<UInt64> {
      let clean = try Self.outcome(settings, seed: seed)
      let leaking = try Self.outcome(
        settings.merging(["leak": "duplicates"]) { $1 }, seed: seed)
      let seen = try #require(leaking["validation-loss"])
      #expect(try 100 * seen < #require(clean["validation-loss"]))
      #expect(try 20 * seen < #require(leaking["test-loss"]))
    }
  }

  // Exercises built on it, on seeds that no lesson shows

  @Test(
    arguments: [("0.00001", 0...1), ("3", 5...5), ("10", 0...0)]
      as [(String, ClosedRange<Int>)])
  func decayMendsTheGap(decay: String, passing: ClosedRange<Int>) throws {
    let passed = try (740..<745).count { (seed: UInt64) in
      let outcome = try Self.outcome(
        [
          "data": "digits", "training-rows": "180", "label-noise": "0.2", "width": "32",
          "learning-rate": "0.01", "epochs": "40", "weight-decay": decay,
        ], seed: seed)
      return try #require(outcome["gap"]) <= 0.25 && #require(outcome["validation-loss"]) <= 1
    }
    #expect(passing.contains(passed))
  }

  // Corners

  /// Ends of the ranges meet; nothing traps, whatever overflows.
  @Test(
    arguments: ["two-moons", "circles", "spirals", "penguins", "digits"],
    [
      ("gradient-descent", "10", "1", "10"), ("momentum", "10", "3", "0.00001"),
      ("adam", "0.0001", "2", "10"),
    ])
  func everyCornerIsWhole(data: String, other: (String, String, String, String)) throws {
    let (optimizer, rate, depth, decay) = other
    for (rows, epochs, dropout, noise) in [("10", "1", "0.9", "0.5"), ("180", "12", "0", "0")] {
      let outcome = try Self.outcome([
        "data": data, "optimizer": optimizer, "learning-rate": rate, "depth": depth,
        "weight-decay": decay, "training-rows": rows, "epochs": epochs, "dropout": dropout,
        "label-noise": noise, "batch-size": "4", "width": depth == "1" ? "1" : "32",
      ])
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      for metric in [TrainingRun.trainingAccuracy, TrainingRun.testAccuracy] {
        #expect(try (0...1).contains(#require(outcome[metric])))
      }
      #expect(outcome.findings.count == (["penguins", "digits"].contains(data) ? 2 : 1))
      let shown = data == "digits" ? ["losses", "accuracy"] : TrainingRun.figures.map(\.name)
      #expect(outcome.figures.map(\.name) == shown)
      if data != "digits" { FigureCheck.check(outcome.figures, of: TrainingRun.self) }
    }
  }

  @Test(arguments: ["penguins", "digits"])
  func creditsTheData(data: String) throws {
    let message = try #require(try Self.outcome(["data": data]).findings.last).message
    #expect(message.contains(data == "digits" ? "10.24432/C50P49" : "Horst, Hill & Gorman"))
    #expect(message.contains(data == "digits" ? "CC BY 4.0" : "CC0"))
  }
}

// Bounds, tried on both sides

extension TrainingRunTests {
  /// A verdict on curves of 41 losses that are flat but for what is told.
  private static func name(
    training: [Int: Double] = [:], validation: [Int: Double] = [:], level: Double = 0.05
  ) -> RunDiagnosis.Name {
    func curve(_ changes: [Int: Double]) -> [Double] {
      (0...40).map { changes[$0] ?? ($0 == 0 ? 1 : level) }
    }
    return RunDiagnosis.name(
      training: curve(training), validation: curve(validation), blind: 1, isLeaking: false)
  }

  @Test func diagnosesTurnAtTheirBounds() {
    // Validation loss over its lowest.
    #expect(Self.name(validation: [40: 1.2 * 0.05]) == .healthy)
    #expect(Self.name(validation: [40: (1.2 * 0.05).nextUp]) == .overfitting)
    // A training loss that ends above half of knowing nothing; one above a tenth that falls.
    #expect(Self.name(level: 0.5) == .healthy && Self.name(level: 0.5.nextUp) == .underfitting)
    func falling(_ end: Double, from start: Double) -> RunDiagnosis.Name {
      let late = Dictionary(uniqueKeysWithValues: (33...40).map { ($0, end) })
      return Self.name(training: late, level: start)
    }
    #expect(falling(0.1, from: 0.2) == .healthy)
    #expect(falling(0.1.nextUp, from: 0.2) == .tooSlow)
    #expect(falling(0.9701 * 0.3, from: 0.3) == .healthy)
    #expect(falling(0.9699 * 0.3, from: 0.3) == .tooSlow)
    // A twentieth of the whole way down, which begins at 1.
    #expect(falling(0.6, from: 0.6 + 0.0201) == .tooSlow)
    #expect(falling(0.96, from: 0.96 + 0.0021) == .tooSlow)
    #expect(falling(0.96, from: 0.96 + 0.0019) == .underfitting)
    // A loss above knowing nothing, and above its own start, in the latter half.
    #expect(Self.name(training: [20: 1]) != .unstable)
    #expect(Self.name(training: [20: 1.0.nextUp]) == .unstable)
    #expect(Self.name(training: [19: 1.1]) != .unstable)
    #expect(Self.name(training: [0: 2, 20: 2]) != .unstable)
    #expect(Self.name(training: [0: 2, 20: 2.0.nextUp]) == .unstable)
    #expect(Self.name(validation: [40: .infinity]) == .unstable)
  }

  /// A mean climb of a twentieth is borne: 20 epochs of which one climbs by the mean of all.
  @Test func roughnessTurnsAtATwentieth() {
    func name(_ peak: Double) -> RunDiagnosis.Name {
      Self.name(training: [30: peak], level: 0.05)
    }
    // One peak of p over 20 others of 0.05: the climb is (p − 0.05)/20, the mean (p + 1)/21.
    let bound = 2.0 * 1.05 / 20 * 0.5
    let peak = (0.05 / 20 + 0.05 / 21) / (1.0 / 20 - 0.05 / 21)
    #expect(peak > bound)
    #expect(name(peak * (1 - 1e-9)) == .healthy && name(peak * (1 + 1e-9)) == .tooNoisy)
  }
}
