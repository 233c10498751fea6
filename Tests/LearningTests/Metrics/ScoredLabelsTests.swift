import Learning
import Numerics
import Testing

@Suite struct ScoredLabelsTests {
  /// Scores on a grid of `levels` points, so that ties are common where there are few.
  static func draw(_ levels: Int, _ index: Int) -> ScoredLabels {
    var stream = RandomStream(seed: 3, "scored", index)
    let truth = [true, false] + (0..<38).map { _ in stream.bernoulli(0.3) }
    return ScoredLabels(
      truth: truth,
      scores: truth.map { Double(stream.integer(below: levels) + ($0 ? levels / 4 : 0)) })
  }

  @Test(arguments: [1, 2, 4, 16, 100_000])
  func areaIsTheShareOfPairsPutRight(levels: Int) {
    for index in 0..<50 {
      let scored = Self.draw(levels, index)
      #expect(scored.rocAUC.value == mannWhitney(scored, tie: 0.5))
      if levels == 1 { #expect(scored.rocAUC.value == 0.5) }
    }
  }

  /// Ranks are all that counts, and turning the scores round turns the area round.
  @Test func areaDependsOnRanksAlone() {
    for index in 0..<50 {
      let scored = Self.draw(16, index)
      let stretched = ScoredLabels(
        truth: scored.truth, scores: scored.scores.map { $0 * $0 * $0 * 1e-9 - 7 })
      let reversed = ScoredLabels(truth: scored.truth, scores: scored.scores.map { -$0 })
      #expect(stretched.rocAUC == scored.rocAUC)
      #expect(stretched.averagePrecision == scored.averagePrecision)
      #expect(abs(reversed.rocAUC.value + scored.rocAUC.value - 1) < 1e-15)
    }
  }

  /// Rows in another order, ties among them, change nothing.
  @Test func orderOfRowsDoesNotCount() {
    var stream = RandomStream(seed: 4, "scored")
    for index in 0..<50 {
      let scored = Self.draw(4, index)
      let order = stream.permutation(scored.truth.count)
      let moved = ScoredLabels(
        truth: order.map { scored.truth[$0] }, scores: order.map { scored.scores[$0] })
      #expect(moved.rocAUC == scored.rocAUC && moved.averagePrecision == scored.averagePrecision)
    }
  }

  @Test func reasonsAreNamed() {
    func reason(_ truth: [Bool], _ scores: [Double], _ name: String) -> Undefined? {
      let measure = ScoredLabels.measures.first { $0.name == name }
      return measure?(ScoredLabels(truth: truth, scores: scores)).undefined
    }
    #expect(reason([], [], "roc-auc") == .noRows)
    #expect(reason([true, true], [0, 1], "roc-auc") == .oneClass)
    #expect(reason([false, false], [0, 1], "average-precision") == .noPositives)
    #expect(reason([true, false], [.nan, 1], "brier-score") == .notFinite)
    #expect(reason([true, false], [-0.1, 1], "log-loss") == .notAProbability)
    #expect(reason([true, true], [0.5, 1], "log-loss") == nil)
    #expect(Undefined.allCases.allSatisfy { !$0.rawValue.isEmpty })
  }

  /// Certainty that was wrong is dear, but not infinitely so.
  @Test func logLossIsFinite() {
    let wrong = ScoredLabels(truth: [true, false], scores: [0, 1]).logLoss.value
    #expect(abs(wrong - 36.0436533891) < 1e-9)
  }
}
