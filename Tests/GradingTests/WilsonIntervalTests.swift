import Testing

@testable import Grading

@Suite struct WilsonIntervalTests {
  /// From scipy 1.17.1: `Tests/Reference/pass_rates.py`.
  @Test(
    arguments: [
      (0, 1, 0.0, 0.7934506856227626), (1, 1, 0.20654931437723745, 1.0),
      (19, 19, 0.8318207759473838, 1.0), (0, 5, 0.0, 0.43448246478317476),
      (20, 20, 0.8388748419471808, 1.0), (1, 10, 0.017876213095072896, 0.4041500267952385),
      (5, 10, 0.236593090512564, 0.7634069094874361),
      (27, 30, 0.7437891742081592, 0.9654001112526657),
      (160, 200, 0.7391448134346212, 0.8495479907390189),
      (199, 200, 0.972226295602107, 0.999116831284399),
      (7, 8, 0.5291118177871464, 0.9775825085499433),
    ])
  func agreesWithTheReference(passed: Int, run: Int, low: Double, high: Double) {
    let interval = WilsonInterval(passed: passed, of: run)
    #expect(abs(interval.low - low) < 1e-14)
    #expect(abs(interval.high - high) < 1e-14)
  }

  @Test func nothingSeenLeavesEverythingOpen() {
    let interval = WilsonInterval(passed: 0, of: 0)
    #expect(interval.low == 0)
    #expect(interval.high == 1)
  }

  /// The share itself is inside, more seeds make it narrower, and passing mirrors failing.
  @Test func shape() {
    for run in 1...60 {
      for passed in 0...run {
        let interval = WilsonInterval(passed: passed, of: run)
        let mirror = WilsonInterval(passed: run - passed, of: run)
        let share = Double(passed) / Double(run)
        #expect(interval.low <= share && share <= interval.high)
        #expect(abs(interval.low + mirror.high - 1) < 1e-12)
        let more = WilsonInterval(passed: 2 * passed, of: 2 * run)
        #expect(more.high - more.low < interval.high - interval.low)
      }
    }
  }

  /// The share of samples whose interval holds the true rate, exactly, is near 95 %.
  @Test(arguments: [0.1, 0.3, 0.5, 0.7, 0.8, 0.9]) func coverage(rate: Double) {
    for run in [20, 50, 200] {
      var probability = 1.0
      for _ in 0..<run { probability *= 1 - rate }
      var covered = 0.0
      for passed in 0...run {
        let interval = WilsonInterval(passed: passed, of: run)
        if (interval.low...interval.high).contains(rate) { covered += probability }
        probability *= Double(run - passed) / Double(passed + 1) * rate / (1 - rate)
      }
      #expect((0.92...0.98).contains(covered))
    }
  }
}
