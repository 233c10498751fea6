import Numerics

/// An interval for the share of all seeds that pass, after a sequential test has stopped by itself.
///
/// It covers the true share with at least 95 % confidence whatever that is, which an interval for a
/// number of seeds that was fixed beforehand does not: the test stops just when what it saw is extreme.
/// The ends of the test are ordered by what they say for a high share: failing earliest is least,
/// passing earliest is most, and between them lie those that stay open, by how many passed. The bounds
/// are the shares at which an end like this one or beyond comes with a probability of 2.5 %. Exact, by
/// the number of orders in which every end comes about.
///
/// Source: stage-wise ordering (Armitage 1957; Jennison & Turnbull, "Group Sequential Methods with
/// Applications to Clinical Trials", 2000, § 8.4 and § 12.1 for the binomial case).
package struct StoppedInterval: Sendable, Hashable {
  package let low: Double
  package let high: Double

  /// - Parameter test: a test that has stopped; one that has not leaves the whole of 0 … 1.
  package init(_ test: SequentialTest) {
    let ends = SequentialTest(test.rates).ends(weighing: (1, 1)).map(End.init)
      .sorted { $0.rank < $1.rank }
    guard test.decision != nil,
      let place = ends.firstIndex(where: { $0.run == test.run && $0.passed == test.passed })
    else {
      (low, high) = (0, 1)
      return
    }
    low = place == 0 ? 0 : Self.share { Self.probability(of: ends[place...], at: $0) < Self.tail }
    high =
      place == ends.count - 1
      ? 1 : Self.share { Self.probability(of: ends[...place], at: $0) > Self.tail }
  }

  /// The probability that the true share lies beyond either bound, at most.
  private static let tail = 0.025

  /// A way in which a test ends.
  private struct End {
    let run: Int
    let passed: Int

    /// The logarithm of the number of orders in which it comes about.
    let logOrders: Double

    /// How much it says for a high share, to be compared part by part.
    let rank: (verdict: Int, speed: Int, passed: Int)

    init(_ end: (test: SequentialTest, weight: Double)) {
      (run, passed) = (end.test.run, end.test.passed)
      logOrders = Elementary.log(end.weight)
      rank =
        switch end.test.decision {
        case .fails: (0, run, passed)
        case .passes: (2, -run, passed)
        case .open, nil: (1, 0, passed)
        }
    }
  }

  /// The largest share, to the precision of a number, below which something is so.
  private static func share(below isBelow: (Double) -> Bool) -> Double {
    var (low, high) = (0.0, 1.0)
    while true {
      let middle = low + (high - low) / 2
      guard low < middle, middle < high, high - low > 1e-12 else { return middle }
      if isBelow(middle) { low = middle } else { high = middle }
    }
  }

  /// The probability of some ends at a true share between 0 and 1.
  private static func probability(of ends: ArraySlice<End>, at share: Double) -> Double {
    let (pass, fail) = (Elementary.log(share), Elementary.log(1 - share))
    return ends.reduce(0) { sum, end in
      sum
        + Elementary.exp(
          end.logOrders + Double(end.passed) * pass + Double(end.run - end.passed) * fail)
    }
  }
}
