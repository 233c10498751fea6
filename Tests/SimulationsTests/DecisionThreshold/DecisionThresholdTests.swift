import Experiments
import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct DecisionThresholdTests {
  typealias Source = DecisionThreshold.Source

  static func outcome(
    _ threshold: Double, share: Double = 0.1, separation: Double = 1.5, rows: Int = 1000,
    _ data: Source = .generated, seed: UInt64 = 1
  ) throws -> Outcome {
    try DecisionThreshold.outcome(
      [
        "threshold": .real(threshold), "positive-share": .real(share),
        "separation": .real(separation), "rows": .integer(rows), "data": data.settingValue,
      ], seed: seed)
  }

  static func metric(_ name: String, _ outcome: Outcome) throws -> Double {
    try #require(outcome[name])
  }

  // Row 14 of the course's figures

  /// 10 positives in 1,000, all called negative.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func accurateAndUseless(seed: UInt64) throws {
    let outcome = try Self.outcome(5, share: 0.01, seed: seed)
    #expect(outcome["called"] == 0)
    #expect(outcome["accuracy"] == 0.99 && outcome["never-accuracy"] == 0.99)
    #expect(outcome["f-score"] == 0 && outcome["balanced-accuracy"] == 0.5)
    #expect(outcome["precision"] == nil && outcome["recall"] == 0)
    #expect(outcome.findings.map(\.code) == ["nothing-called", "no-better-than-never", "ranking"])
    #expect(outcome.findings[0].message.contains("precision is 0/0 and undefined"))
  }

  /// The theory of 100 × N(1.5, 1) against 900 × N(0, 1): the region is [1.075, 1.769].
  @Test(arguments: [
    (0.5, false), (0.75, false), (1.07, false), (1.08, true), (1.44, true), (1.76, true),
    (1.78, false), (2, false),
  ])
  func withinNinetyFivePercentOfTheBest(threshold: Double, passes: Bool) throws {
    let outcome = try Self.outcome(threshold)
    #expect(try (Self.metric("predicted-f-score-share", outcome) >= 0.95) == passes)
  }

  /// The exercise measures it on 10,000 rows.
  @Test(arguments: [(0.5, 0...0), (0.75, 0...0), (0.95, 0...1), (1.45, 11...12), (1.95, 0...0)])
  func aLargerSampleShowsIt(threshold: Double, passing: ClosedRange<Int>) throws {
    let count = try (8001...8012 as ClosedRange<UInt64>).count { seed in
      try Self.metric("f-score-share", Self.outcome(threshold, rows: 10_000, seed: seed)) >= 0.95
    }
    #expect(passing.contains(count))
  }

  /// On 1,000 rows, of which 100 are positive, luck decides.
  ///
  /// The best threshold by theory passes on two seeds in three only; on 10,000 rows it always does.
  @Test(arguments: [(1000, 20...32), (10_000, 40...40)])
  func aThousandRowsAreTooFewToBeFair(rows: Int, passing: ClosedRange<Int>) throws {
    let count = try (8001...8040 as ClosedRange<UInt64>).count { seed in
      try Self.metric("f-score-share", Self.outcome(1.44, rows: rows, seed: seed)) >= 0.95
    }
    #expect(passing.contains(count))
  }

  /// The share of pairs that are ranked right, a tie counting ½, pair by pair.
  @Test func aucIsTheStatisticOfMannAndWhitney() throws {
    var stream = RandomStream(seed: 9, "ties")
    for _ in 0..<50 {
      let truth = [true, false] + (0..<18).map { _ in stream.bernoulli(0.4) }
      let scores = truth.map { _ in Double(stream.integer(below: 6)) }
      let scored = ScoredLabels(truth: truth, scores: scores)
      let ranked = RankedScores(scored)
      var won = 0.0
      for high in ranked.positive {
        for low in ranked.negative { won += high > low ? 1 : high == low ? 0.5 : 0 }
      }
      let pairs = Double(ranked.positive.count * ranked.negative.count)
      #expect(scored.rocAUC.value == won / pairs)
    }
  }

  // Theory against measurement

  /// Means over 20 seeds within four standard errors of binomial counts; AUC by Hanley & McNeil.
  @Test(arguments: [(-1.0, 0.1, 1.5), (0.5, 0.1, 1.5), (1.5, 0.3, 1), (2, 0.2, 2.5)])
  func measuresAgreeWithTheory(threshold: Double, share: Double, separation: Double) throws {
    let outcomes = try (1...20 as ClosedRange<UInt64>).map {
      try Self.outcome(threshold, share: share, separation: separation, rows: 4000, seed: $0)
    }
    func mean(_ name: String) throws -> Double {
      try outcomes.map { try Self.metric(name, $0) }.reduce(0, +) / 20
    }
    for (name, rows) in [
      ("accuracy", 4000.0), ("recall", 4000 * share), ("balanced-accuracy", 4000 * share),
    ] {
      let predicted = try Self.metric("predicted-\(name)", outcomes[0])
      let error = (predicted * (1 - predicted) / (20 * rows)).squareRoot()
      #expect(try abs(mean(name) - predicted) < 4 * error, "\(name)")
    }
    let area = try Self.metric("predicted-auc", outcomes[0])
    let (more, fewer) = (area / (2 - area), 2 * area * area / (1 + area))
    let (positives, negatives) = (4000 * share, 4000 * (1 - share))
    let variance =
      (area * (1 - area) + (positives - 1) * (more - area * area)
        + (negatives - 1) * (fewer - area * area)) / (positives * negatives)
    #expect(try abs(mean("auc") - area) < 4 * (variance / 20).squareRoot())
    // Ratios of counts: their standard errors as the seeds themselves show them.
    for name in ["precision", "f-score"] {
      let predicted = try Self.metric("predicted-\(name)", outcomes[0])
      let average = try mean(name)
      let squares = try outcomes.reduce(0) {
        let miss = try Self.metric(name, $1) - average
        return $0 + miss * miss
      }
      let error = (squares / (20 * 19)).squareRoot()
      #expect(abs(average - predicted) < 4 * error && error < 0.005, "\(name)")
    }
  }

  @Test func exactMetricsAreTheSameOnEverySeed() throws {
    for data in Source.allCases {
      let outcomes = try (0..<3).map { try Self.outcome(0.5, data, seed: $0) }
      for metric in DecisionThreshold.metrics where metric.isExact {
        #expect(Set(outcomes.map { $0[metric] }).count == 1, "\(metric.name)")
      }
    }
    let outcomes = try (0..<3).map { try Self.outcome(0.5, seed: $0) }
    for metric in DecisionThreshold.metrics where !metric.isExact {
      #expect(Set(outcomes.map { $0[metric] }).count > 1, "\(metric.name)")
    }
  }

  // Findings

  @Test(arguments: [
    (-1.0, 0.1, "too-eager"), (0.5, 0.1, "too-eager"), (1.45, 0.1, "near-best"),
    (3, 0.1, "too-strict"), (5, 0.005, "nothing-called"),
  ])
  func classifies(threshold: Double, share: Double, code: String) throws {
    let outcome = try Self.outcome(threshold, share: share, rows: 10_000, seed: 4)
    let finding = try #require(outcome.findings.first)
    #expect(finding.code == code)
    #expect(
      finding.measured == outcome["f-score"] && finding.predicted == outcome["predicted-f-score"])
    #expect(finding.message.contains(" by theory, ") && finding.message.contains(" measured"))
    let isBeaten = outcome.findings.contains { $0.code == "no-better-than-never" }
    #expect(
      try isBeaten
        == (Self.metric("accuracy", outcome) <= Self.metric("never-accuracy", outcome)))
  }

  @Test func messagesNameBothNumbers() throws {
    let outcome = try Self.outcome(0.5)
    #expect(
      outcome.findings.map(\.message) == [
        "too eager: among 348 rows called positive are 260 false alarms. F1 is 0.364 by theory, "
          + "0.393 measured, the best of all thresholds 0.477 by theory, 0.581 measured, which is "
          + "higher up.",
        "accuracy is 0.706 by theory, 0.728 measured; calling no row positive has 0.900 and finds "
          + "nothing.",
        "a positive row scores higher than a negative one with probability 0.856 by theory, 0.904 "
          + "measured, whatever the threshold.",
      ])
  }

  // Penguins

  @Test func penguinsAreCreditedAndHaveNoTheory() throws {
    let outcome = try Self.outcome(0, .penguins)
    let credit = try #require(outcome.findings.last)
    #expect(credit.code == "real-data" && credit.measured == 167)
    #expect(credit.message.contains("167 penguins") && credit.message.contains("34 of them"))
    #expect(credit.message.contains("Horst, Hill & Gorman 2020"))
    #expect(credit.message.hasSuffix("CC0 1.0."))
    #expect(outcome.metrics.keys.allSatisfy { !$0.hasPrefix("predicted-") })
  }

  /// The exercise: recall of at least 0.6 with a precision of at least 0.45.
  @Test(arguments: [(-2.0, 0...10), (-1.25, 11...12), (0.5, 0...3), (5, 0...0)])
  func chinstrapsAreFoundBelowEvenOdds(threshold: Double, passing: ClosedRange<Int>) throws {
    let count = try (8001...8012 as ClosedRange<UInt64>).count { seed in
      let outcome = try Self.outcome(threshold, .penguins, seed: seed)
      return try Self.metric("recall", outcome) >= 0.6 && (outcome["precision"] ?? 0) >= 0.45
    }
    #expect(passing.contains(count))
  }

  // Corners, figures, costs

  @Test(arguments: [-2.0, 5], [0.005, 0.5])
  func everyCornerIsSound(threshold: Double, share: Double) throws {
    for (separation, rows) in [(0.0, 100), (4, 100), (0, 10_000), (4, 10_000)] {
      let outcome = try Self.outcome(
        threshold, share: share, separation: separation, rows: rows, seed: 2)
      for (name, value) in outcome.metrics where name != "called" {
        #expect((0...1).contains(value), "\(name)")
      }
      FigureCheck.check(outcome.figures, of: DecisionThreshold.self)
      #expect(outcome.cost.bytes > 0)
    }
    let penguins = try Self.outcome(threshold, .penguins)
    FigureCheck.check(penguins.figures, of: DecisionThreshold.self)
    #expect(penguins.cost.updates == PenguinScores.epochs)
  }

  @Test func figuresShowTheMetrics() throws {
    let outcome = try Self.outcome(0.5)
    let curves = outcome.figures[0]
    let place = try #require(curves.series[0].x.firstIndex { abs($0 - 0.5) < 1e-9 })
    for (series, name) in zip(
      curves.series, ["precision", "recall", "f-score", "predicted-f-score"])
    {
      #expect(try abs(series.y[place] - Self.metric(name, outcome)) < 0.01, "\(name)")
    }
    // The area under the drawn curve, by trapezoids.
    let roc = outcome.figures[1].series[0]
    #expect(roc.x.first == 0 && roc.x.last == 1 && roc.y.last == 1)
    var area = 0.0
    for index in roc.x.indices.dropFirst() {
      area += (roc.x[index] - roc.x[index - 1]) * 0.5 * (roc.y[index] + roc.y[index - 1])
    }
    #expect(try abs(area - Self.metric("auc", outcome)) < 0.003)
    // Each bin's height stands twice in its outline.
    let heights = outcome.figures[2].series.prefix(2).map { $0.y.reduce(0, +) / 2 }
    #expect(heights == [900, 100])
  }
}

// Bounds, tried on both sides

extension DecisionThresholdTests {
  @Test(
    arguments: [
      (0, 1, 0.5, "nothing-called"), (1, 0.95, 0.5, "near-best"),
      (1, 0.95.nextDown, 0.5, "too-eager"), (1, 0.95.nextDown, 1.0.nextDown, "too-eager"),
      (1, 0.95.nextDown, 1, "too-strict"),
    ] as [(Int, Double, Double, String)])
  func verdictsTurnAtTheirBounds(called: Int, share: Double, threshold: Double, code: String) {
    let verdict = DecisionThreshold.verdict(
      called: called, f1Share: share, threshold: threshold, best: 1)
    #expect(verdict.code == code)
  }

  @Test func asGoodAsNeverIsNoBetter() {
    func isNoBetter(_ accuracy: Double) -> Bool {
      DecisionThreshold.isNoBetterThanNever(accuracy: accuracy, neverAccuracy: 0.9)
    }
    #expect(isNoBetter(0.9) && isNoBetter(0.9.nextDown) && !isNoBetter(0.9.nextUp))
  }
}
