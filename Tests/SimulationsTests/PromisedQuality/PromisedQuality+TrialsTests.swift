import Numerics
import Testing

@testable import Simulations

@Suite struct ScoredTrialsTests {
  /// Without luck the choice is the best; by luck alone it is anyone.
  @Test func bothEnds() {
    let sure = ScoredTrials(50, luck: 0, seed: 4)
    #expect(sure.quality == sure.promise)
    #expect(abs(sure.predictedQuality - LargestNormal.expected(of: 50)) < 1e-15)
    let blind = ScoredTrials(50, luck: 1e12, seed: 4)
    #expect(abs(blind.quality) < 4.0 / 16)
    #expect(blind.predictedQuality < 1e-5)
  }

  /// The choice of each search, drawn once more.
  @Test func choicesByHand() {
    let scored = ScoredTrials(7, luck: 4, seed: 8)
    var (quality, promise) = (0.0, 0.0)
    for number in 0..<256 {
      var qualities = RandomStream(seed: 8, "qualities", number)
      var lucks = RandomStream(seed: 8, "luck", number)
      let drawn = (0..<7).map { _ in
        let quality = qualities.normal()
        return (quality: quality, score: quality + 2 * lucks.normal())
      }
      let best = drawn.max { $0.score < $1.score } ?? (0, 0)
      quality += best.quality
      promise += best.score
    }
    #expect(abs(scored.quality - quality / 256) < 1e-12)
    #expect(abs(scored.promise - promise / 256) < 1e-12)
  }

  /// More luck leaves qualities and draws of luck as they were.
  @Test func fewerTrialsAreTheFirstOfMore() {
    let (few, many) = (
      ScoredTrials(5, luck: 1, seed: 2), ScoredTrials(6, luck: 1, seed: 2)
    )
    #expect(many.promise >= few.promise)
  }
}
