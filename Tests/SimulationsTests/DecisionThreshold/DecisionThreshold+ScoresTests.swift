import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct RankedScoresTests {
  /// Agrees with the metrics that are tested against scikit-learn, with ties and without.
  @Test func countsAreThoseOfTheConfusionMatrix() {
    var stream = RandomStream(seed: 12, "scores")
    for size in 1...40 {
      let truth = (0..<size).map { _ in stream.bernoulli(0.3) }
      let scores = truth.map { _ in (stream.normal() * 3).rounded() / 2 }
      let scored = ScoredLabels(truth: truth, scores: scores)
      let ranked = RankedScores(scored)
      for threshold in [-9, -1, -0.5, 0, 0.25, 1, 9] {
        let matrix = ConfusionMatrix(scored, threshold: threshold)
        #expect(ranked.hits(threshold) == matrix[truth: 1, predicted: 1])
        #expect(ranked.alarms(threshold) == matrix[truth: 0, predicted: 1])
        #expect(ranked.recall(threshold) == matrix.recall().value)
        #expect(ranked.f1(threshold) == matrix.f1().value)
        let precision = matrix.precision()
        #expect(ranked.precision(threshold).isNaN == !precision.isDefined)
        if precision.isDefined { #expect(ranked.precision(threshold) == precision.value) }
      }
    }
  }

  /// No threshold at all does better than the best of those that are tried.
  @Test func theBestIsTheBestOfAll() {
    var stream = RandomStream(seed: 13, "scores")
    for size in 2...40 {
      let truth = [true] + (1..<size).map { _ in stream.bernoulli(0.3) }
      let scores = truth.map { $0 ? stream.normal() + 1 : stream.normal() }
      let scored = ScoredLabels(truth: truth, scores: scores)
      let ranked = RankedScores(scored)
      let all = (scores + [-99, 99]).map { ConfusionMatrix(scored, threshold: $0).f1().value }
      #expect(ranked.best.f1 == all.max())
      #expect(ranked.f1(ranked.best.threshold) == ranked.best.f1)
    }
  }
}

@Suite struct PenguinScoresTests {
  /// Half of the penguins, with a half of each species up to rounding, on every split.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func aStratifiedHalfIsHeldOut(seed: UInt64) {
    let scored = PenguinScores(seed: seed).scored
    #expect(scored.truth.count == 167)
    #expect(scored.positives == 34)
    #expect(scored.scores.allSatisfy { $0.isFinite })
  }

  /// Bill length and depth tell most chinstraps from the rest, but not all.
  @Test func itRanksWellButNotPerfectly() {
    let areas = (1...12 as ClosedRange<UInt64>).map { PenguinScores(seed: $0).scored.rocAUC.value }
    let mean = areas.reduce(0, +) / 12
    #expect((0.88...0.93).contains(mean))
    #expect(areas.allSatisfy { $0 > 0.83 && $0 < 0.98 })
    #expect(Set(areas).count > 6)
  }

  @Test func theDataAreCredited() {
    #expect(RealData.penguins.credit.contains("palmerpenguins"))
    #expect(RealData.penguins.credit.hasSuffix("CC0 1.0"))
  }
}
