import Experiments
import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct DigitTransferTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try DigitTransfer.outcome(turned, seed: seed)
  }

  /// The mean of a metric over 20 seeds, at the best of four rates.
  static func best(_ metric: String, _ turned: [String: String]) throws -> Double {
    try ["0.01", "0.03", "0.1", "0.2"].map { rate in
      try mean(metric, turned.merging(["learning-rate": rate]) { $1 })
    }.max() ?? 0
  }

  static func mean(_ metric: String, _ turned: [String: String]) throws -> Double {
    let values = try (1...20).map { try #require(try outcome(turned, seed: $0)[metric]) }
    return values.reduce(0, +) / 20
  }

  // What the ground truth found, in its order

  /// Nearer digits gain by a head start, at the best rate for either; turned ones lose at the same rate.
  @Test func whatIsNearGainsAndWhatIsFarLoses() throws {
    let near = ["change": "blurred", "rows": "20"]
    let gain =
      try Self.best("target-accuracy", near) - (try Self.best("scratch-accuracy", near))
    #expect(gain > 0.08)
    let far = ["change": "turned", "rows": "50", "learning-rate": "0.01"]
    let loss = try Self.mean("scratch-accuracy", far) - (try Self.mean("target-accuracy", far))
    #expect(loss > 0.03)
  }

  /// Of turned digits the pretrained network reads hardly more than a guess would.
  @Test func untouchedItReadsWhatIsNear() throws {
    let accuracies = try ["blurred", "shifted", "turned"].map {
      try Self.mean("untouched-accuracy", ["change": $0])
    }
    #expect(accuracies[0] > accuracies[1] && accuracies[1] > accuracies[2] + 0.1)
    #expect(accuracies[2] < 0.25)
  }

  /// Higher rates forget more, and a lower one than from scratch is best for the new digits.
  @Test func higherRatesForgetMore() throws {
    let rates = ["0.003", "0.03", "0.2"]
    let old = try rates.map { try Self.mean("source-accuracy", ["learning-rate": $0]) }
    #expect(old[0] > old[1] && old[1] > old[2] + 0.05)
    let tuned = try rates.map { try Self.mean("target-accuracy", ["learning-rate": $0]) }
    let scratch = try rates.map { try Self.mean("scratch-accuracy", ["learning-rate": $0]) }
    #expect(tuned[0] > tuned[2] && scratch[0] < scratch[1])
  }

  // The parts

  /// A right angle four times is none, and a shift loses the last column only.
  @Test func changesAreWhatTheySay() {
    let image = (0..<64).map(Double.init)
    let turned = (0..<4).reduce(image) { image, _ in DigitTransfer.Change.turned.applied(to: image)
    }
    #expect(turned == image)
    let once = DigitTransfer.Change.turned.applied(to: image)
    // What was in the lower left corner is in the upper left.
    #expect(once[0] == 56 && once[7] == 0 && once[63] == 7)
    let shifted = DigitTransfer.Change.shifted.applied(to: image)
    #expect(shifted[0] == 0 && shifted[1] == 0 && shifted[9] == 8 && shifted[63] == 62)
    let blurred = DigitTransfer.Change.blurred.applied(to: image)
    #expect(blurred[9] == 9 && abs(blurred[0] - (0 + 1 + 8 + 9) / 9.0) < 1e-12)
    #expect(DigitTransfer.Change.blurred.applied(to: [Double](repeating: 9, count: 64))[63] == 4)
  }

  /// Nobody tests on what was trained on, and fewer rows are the first of more.
  @Test func digitsAreApart() {
    let (few, many) = (
      TransferData(.shifted, rows: 5, seed: 2), TransferData(.shifted, rows: 50, seed: 2)
    )
    #expect(many.source.rows == 150 && many.target.rows == 50 && many.newTest.rows == 100)
    #expect(few.target == many.target.prefix(5) && few.newTest == many.newTest)
    #expect(many.oldTest.targets == many.newTest.targets)
    func images(_ data: Dataset) -> Set<[Double]> {
      Set((0..<data.rows).map { Array(data.features[$0 * 64..<($0 + 1) * 64]) })
    }
    #expect(images(many.source).isDisjoint(with: images(many.oldTest)))
    #expect(images(many.target).isDisjoint(with: images(many.newTest)))
  }

  /// Tuning the head alone leaves the body as it was, and equals descent with the body's slopes at 0.
  @Test func theHeadAloneLeavesTheBody() throws {
    var settings = DigitTransfer.defaults
    try settings.turn("part", to: "head")
    let transfer = TransferredDigits(settings, seed: 4)
    let tuned = transfer.tuned(at: 0.03)
    let end = transfer.pretrained.layers[0].end
    #expect(tuned.parameters[..<end] == transfer.pretrained.parameters[..<end])
    #expect(tuned.parameters[end...] != transfer.pretrained.parameters[end...])

    // The same by hand.
    var network = transfer.pretrained
    var velocity = network.parameters.map { _ in 0.0 }
    var stream = RandomStream(seed: 4, "order")
    var order = BatchOrder(.shuffled(size: 16), rows: 20)
    for _ in 0..<40 {
      order.beginEpoch(from: &stream)
      for number in 0..<order.batchesPerEpoch {
        let batch = transfer.data.target.selecting(Array(order.indices[order.batch(number)]))
        let slopes = network.gradient(of: .softmaxCrossEntropy, on: batch).gradient
        for index in end..<slopes.count {
          velocity[index] = 0.9 * velocity[index] + slopes[index]
          network.parameters[index] -= 0.03 * velocity[index]
        }
      }
    }
    let errors = zip(network.parameters, tuned.parameters).map { abs($0 - $1) }
    #expect((errors.max() ?? 1) < 1e-9)
  }

  @Test func theWayHasBothEnds() throws {
    let none = try Self.outcome(["share": "0"])
    #expect(none["target-accuracy"] == none["untouched-accuracy"])
    #expect(none["source-accuracy"] == none["source-before"])
    let transfer = TransferredDigits(DigitTransfer.defaults, seed: 1)
    let tuned = transfer.tuned(at: 0.03)
    let half = transfer.partOfTheWay(to: tuned, share: 0.5)
    let between = zip(transfer.pretrained.parameters, tuned.parameters).map { 0.5 * ($0 + $1) }
    #expect(zip(half.parameters, between).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  // What a run says

  @Test func findsWhatItIs() throws {
    for turned in [[:], ["change": "turned"], ["learning-rate": "0.3"], ["share": "0"]] {
      let outcome = try Self.outcome(turned)
      let (target, scratch) = (
        try #require(outcome["target-accuracy"]), try #require(outcome["scratch-accuracy"])
      )
      let lost = try #require(outcome["source-before"]) - (try #require(outcome["source-accuracy"]))
      let codes = outcome.findings.map(\.code)
      let lead = ((target - scratch) * 100).rounded()
      #expect(codes[0] == (lead > 2 ? "ahead" : lead < -2 ? "negative-transfer" : "level"))
      #expect(codes.contains("forgets") == ((lost * 100).rounded() > 2))
      #expect(codes.last == "real-data")
      #expect(outcome.findings[0].measured == target)
    }
  }

  @Test(arguments: ["0.001", "0.3"], ["5", "50"]) func holdsAtAllCorners(
    rate: String, rows: String
  ) throws {
    for (change, part) in [("blurred", "all"), ("shifted", "head"), ("turned", "all")] {
      let outcome = try Self.outcome([
        "learning-rate": rate, "rows": rows, "change": change, "part": part,
      ])
      #expect(Set(outcome.metrics.keys) == Set(DigitTransfer.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { (0...1).contains($0) })
    }
    FigureCheck.check(
      try Self.outcome(["learning-rate": rate, "rows": rows]).figures, of: DigitTransfer.self)
  }

  // Bounds, tried on both sides

  @Test(
    arguments: [
      (0.82, 0.8, "level"), (0.83, 0.8, "ahead"), (0.78, 0.8, "level"),
      (0.77, 0.8, "negative-transfer"),
    ])
  func verdictsTurnAtTheirBounds(target: Double, scratch: Double, code: String) {
    #expect(DigitTransfer.verdict(target: target, scratch: scratch).code == code)
  }

  @Test func forgettingTurnsAtItsBound() {
    #expect(!DigitTransfer.hasForgotten(source: 0.93, before: 0.95))
    #expect(DigitTransfer.hasForgotten(source: 0.92, before: 0.95))
  }
}
