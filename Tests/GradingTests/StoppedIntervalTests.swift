import Testing

@testable import Grading

@Suite struct StoppedIntervalTests {
  static let rates = [PassRates.standard, PassRates(pass: 0.6, fail: 0.3)]

  /// Every end of a test with its interval, from the one that says least for a high share to the one
  /// that says most.
  private static func ends(_ rates: PassRates)
    -> [(test: SequentialTest, orders: Double, interval: StoppedInterval)]
  {
    func rank(_ test: SequentialTest) -> (Int, Int, Int) {
      switch test.decision {
      case .fails: (0, test.run, test.passed)
      case .passes: (2, -test.run, test.passed)
      case .open, nil: (1, 0, test.passed)
      }
    }
    return SequentialTest(rates).ends(weighing: (1, 1))
      .map { ($0.test, $0.weight, StoppedInterval($0.test)) }
      .sorted { rank($0.test) < rank($1.test) }
  }

  private static func test(_ passed: Int, of run: Int, _ rates: PassRates) -> SequentialTest? {
    SequentialTest(rates).ends(weighing: (1, 1)).map(\.test)
      .first { $0.run == run && $0.passed == passed }
  }

  /// From exact fractions and scipy 1.17.1: `Tests/Reference/stopped_interval.py`.
  @Test(
    arguments: [
      (0, 0, 5, 0.0, 0.5218237501049815), (0, 1, 6, 0.005050763379468112, 0.6412345789976749),
      (0, 5, 11, 0.19641951762768706, 0.780279028384248),
      (0, 100, 128, 0.7147988815784692, 0.8797165870775999),
      (0, 41, 46, 0.7427889335595521, 0.956259993385867),
      (0, 23, 24, 0.7839351753191364, 0.9986683711958205),
      (0, 19, 19, 0.8235330881930346, 1.0), (1, 0, 9, 0.0, 0.3362671168799429),
      (1, 5, 20, 0.10172720146379836, 0.5137824675188587),
      (1, 88, 188, 0.3349487679116817, 0.5637279401634688),
      (1, 11, 16, 0.3977785768668119, 0.871188441687305), (1, 7, 7, 0.5903836027749966, 1.0),
    ] as [(Int, Int, Int, Double, Double)])
  func agreesWithTheReference(rates: Int, passed: Int, run: Int, low: Double, high: Double) throws {
    let interval = StoppedInterval(try #require(Self.test(passed, of: run, Self.rates[rates])))
    #expect(abs(interval.low - low) < 1e-10)
    #expect(abs(interval.high - high) < 1e-10)
  }

  /// At every true share the interval covers it with at least 95 %, exactly, by all ends of the test;
  /// Wilson's, for a number of seeds that was fixed beforehand, covers as little as 85 %.
  @Test(arguments: rates) func coversTheTrueShare(rates: PassRates) {
    let ends = Self.ends(rates)
    var (least, leastOfWilson) = (1.0, 1.0)
    for step in 1...200 {
      let share = Double(step) / 201
      var (total, covered, coveredByWilson) = (0.0, 0.0, 0.0)
      for (test, orders, interval) in ends {
        var probability = orders
        for seed in 0..<test.run { probability *= seed < test.passed ? share : 1 - share }
        total += probability
        if (interval.low...interval.high).contains(share) { covered += probability }
        let wilson = WilsonInterval(passed: test.passed, of: test.run)
        if (wilson.low...wilson.high).contains(share) { coveredByWilson += probability }
      }
      #expect(abs(total - 1) < 1e-9)
      least = min(least, covered)
      leastOfWilson = min(leastOfWilson, coveredByWilson)
    }
    #expect(least >= 0.95)
    #expect(leastOfWilson < 0.86)
  }

  /// More for a high share never gives a lower bound, and what was counted lies inside.
  @Test(arguments: rates) func shape(rates: PassRates) {
    let ends = Self.ends(rates)
    for (end, next) in zip(ends, ends.dropFirst()) {
      #expect(end.interval.low <= next.interval.low && end.interval.high <= next.interval.high)
    }
    for (test, _, interval) in ends {
      let counted = Double(test.passed) / Double(test.run)
      #expect(interval.low <= counted && counted <= interval.high)
      #expect(0 <= interval.low && interval.high <= 1)
    }
    #expect(ends.first?.interval.low == 0 && ends.last?.interval.high == 1)
  }

  @Test func aTestThatHasNotStoppedLeavesEverythingOpen() {
    var test = SequentialTest(.standard)
    for passed in [true, true, false] {
      #expect(StoppedInterval(test).low == 0 && StoppedInterval(test).high == 1)
      test.add(passed: passed)
    }
  }
}
