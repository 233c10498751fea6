import Experiments
import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct DigitHalvingTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try DigitHalving.outcome(turned, seed: seed)
  }

  /// Means over ten splits of 27 trainings of 81 epochs, looked at after so many.
  private struct Means {
    static let clean = Result { try Means(wrongLabels: 0) }

    let values: [String: Double]
    let correlations: [Double]

    init(wrongLabels: Double) throws {
      var settings = DigitHalving.defaults
      for (knob, value) in [("arms", "27"), ("epochs", "81"), ("first-look", "3")] {
        try settings.turn(knob, to: value)
      }
      let all = (1...10).map {
        RandomTrainings(27, epochs: 81, wrongLabels: wrongLabels, seed: $0)
      }
      correlations = try [1, 3, 9, 27].map { epoch in
        try all.reduce(0) { try $0 + #require($1.rankCorrelation(after: epoch)) } / 10
      }
      var sums: [String: Double] = [:]
      for trainings in all {
        for (metric, value) in HalvedTrainings(trainings, firstLook: 3).values {
          sums[metric.name, default: 0] += try #require(value) / 10
        }
      }
      values = sums
    }

    func value(_ name: String) throws -> Double { try #require(values[name]) }
  }

  // What the ground truth found: halving is as good on clean labels, and hurts where curves cross

  /// Later looks tell more, and the choice of halving is as good as that of whole trainings.
  @Test func cleanLabels() throws {
    let means = try Means.clean.get()
    #expect(zip(means.correlations, means.correlations.dropFirst()).allSatisfy { $0 < $1 })
    #expect(means.correlations[0] > 0.4 && means.correlations[3] > 0.85)
    let (chosen, whole) = (try means.value("chosen-accuracy"), try means.value("whole-accuracy"))
    #expect(abs(chosen - whole) < 0.03, "\(chosen), \(whole)")
  }

  /// With wrong labels early leaders overfit most: looks tell less, the choice is worse than that of
  /// whole trainings, and trainings of a third of the epochs are the best use of as many.
  @Test func wrongLabels() throws {
    let (clean, wrong) = (try Means.clean.get(), try Means(wrongLabels: 0.3))
    #expect(zip(wrong.correlations, clean.correlations).allSatisfy { $0 < $1 })
    #expect(wrong.correlations[1] < clean.correlations[1] - 0.2)
    let (chosen, whole, short) = (
      try wrong.value("chosen-accuracy"), try wrong.value("whole-accuracy"),
      try wrong.value("short-accuracy")
    )
    #expect(chosen < whole - 0.02 && short > chosen + 0.05, "\(chosen), \(whole), \(short)")
  }

  // The parts

  /// Nobody is tested on what was trained on, and more wrong labels include fewer.
  @Test func digitsAreApart() {
    let (clean, some, more) = (
      HalvedDigits(wrongLabels: 0, seed: 2), HalvedDigits(wrongLabels: 0.2, seed: 2),
      HalvedDigits(wrongLabels: 0.5, seed: 2)
    )
    #expect(clean.training.rows == 120 && clean.validation.rows == 80 && clean.test.rows == 100)
    #expect(clean.training.features == more.training.features)
    #expect(clean.test == more.test && clean.validation == more.validation)
    func images(_ data: Dataset) -> Set<[Double]> {
      Set((0..<data.rows).map { Array(data.features[$0 * 64..<($0 + 1) * 64]) })
    }
    #expect(images(clean.training).isDisjoint(with: images(clean.test)))
    #expect(images(clean.training).isDisjoint(with: images(clean.validation)))
    func wrong(_ data: HalvedDigits) -> Set<Int> {
      Set(
        (0..<120).filter {
          data.training.targets[$0 * 10..<($0 + 1) * 10]
            != clean.training.targets[$0 * 10..<($0 + 1) * 10]
        })
    }
    #expect(wrong(some).isSubset(of: wrong(more)) && wrong(some).count < wrong(more).count)
    #expect((10...32).contains(wrong(some).count))
  }

  /// Settings are drawn from the whole of their ranges, evenly by ratio.
  @Test func settingsAreDrawnByRatio() {
    let drawn = (0..<400).map { DrawnSettings($0, seed: 5) }
    #expect(drawn.allSatisfy { (0.001...1).contains($0.rate) })
    #expect(drawn.allSatisfy { (8...64).contains($0.batchSize) })
    #expect(drawn.allSatisfy { (-1e-12...0.95 + 1e-12).contains($0.momentum) })
    func median(_ values: [Double]) -> Double { values.sorted()[200] }
    #expect((0.02...0.05).contains(median(drawn.map(\.rate))))
    #expect((19...27).contains(median(drawn.map { Double($0.batchSize) })))
    #expect((0.7...0.85).contains(median(drawn.map(\.momentum))))
  }

  /// A training looked at early is the beginning of the whole, and fewer are the first of more.
  @Test func trainingsAreBeginnings() {
    let (short, long) = (
      RandomTrainings(3, epochs: 9, wrongLabels: 0.2, seed: 6),
      RandomTrainings(5, epochs: 27, wrongLabels: 0.2, seed: 6)
    )
    for arm in 0..<3 {
      #expect(short.all[arm].losses == Array(long.all[arm].losses.prefix(10)))
      #expect(short.all[arm].accuracy == long.all[arm].shortAccuracy)
    }
    #expect(long.short == 9 && short.short == 3)
  }

  /// Losses given: who is kept, chosen, and what else as many epochs pay for.
  @Test func halvingByHand() {
    let trainings = RandomTrainings(9, epochs: 9, wrongLabels: 0, seed: 3)
    let halved = HalvedTrainings(trainings, firstLook: 1)
    func ordered(_ arms: [Int], _ epoch: Int) -> [Int] {
      arms.sorted { trainings.all[$0].losses[epoch] < trainings.all[$1].losses[epoch] }
    }
    let kept = Array(ordered(Array(0..<9), 1).prefix(3))
    #expect(halved.kept == kept && halved.chosen == ordered(kept, 3)[0])
    #expect(halved.plan.epochs == 27 && halved.wholes == 3 && halved.shorts == 9)
    let place = ordered(Array(0..<9), 9).firstIndex(of: halved.chosen)
    #expect(halved.place == (place ?? -1) + 1)
  }

  /// Looked at in the end, halving chooses the best of all.
  @Test func aLookAtTheEndChoosesTheBest() throws {
    let outcome = try Self.outcome(["first-look": "81"])
    #expect(outcome["place"] == 1 && outcome["rank-correlation"] == 1)
    #expect(outcome["chosen-accuracy"] == outcome["best-accuracy"])
    let (short, lead) = (
      try #require(outcome["short-accuracy"]), try #require(outcome["short-lead"])
    )
    #expect(abs(short - (outcome["chosen-accuracy"] ?? 0) - lead) < 1e-12)
    #expect(outcome.findings.map(\.code) == ["tells", "keeps-best", "real-data"])
  }

  // What a run says

  @Test func findsWhatItIs() throws {
    for turned in [[:], ["wrong-labels": "0.5"], ["first-look": "1", "epochs": "60"]] {
      for seed in 1...3 as ClosedRange<UInt64> {
        let outcome = try Self.outcome(turned, seed: seed)
        let correlation = try #require(outcome["rank-correlation"])
        let tells = correlation >= 0.7
        let isBest = outcome["place"] == 1
        #expect(
          outcome.findings.map(\.code) == [
            tells ? "tells" : "tells-little", isBest ? "keeps-best" : "drops-best", "real-data",
          ])
        #expect(outcome.findings[1].measured == outcome["chosen-accuracy"])
        #expect(outcome.findings[1].predicted == outcome["best-accuracy"])
      }
    }
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(DigitHalving.verdict(correlation: 0.7).code == "tells")
    #expect(DigitHalving.verdict(correlation: 0.7.nextDown).code == "tells-little")
  }

  @Test(arguments: ["3", "81"], ["1", "81"]) func holdsAtAllCorners(
    arms: String, first: String
  ) throws {
    for (epochs, wrong) in [("9", "0.5"), ("81", "0")] where arms == "3" || epochs == "9" {
      let outcome = try Self.outcome([
        "arms": arms, "first-look": first, "epochs": epochs, "wrong-labels": wrong,
      ])
      #expect(Set(outcome.metrics.keys) == Set(DigitHalving.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
      FigureCheck.check(outcome.figures, of: DigitHalving.self)
    }
  }
}
