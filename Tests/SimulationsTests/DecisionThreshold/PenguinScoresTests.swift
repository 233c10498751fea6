import Learning
import Testing

@testable import Simulations

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
    #expect(PenguinScores.credit.contains("palmerpenguins"))
    #expect(PenguinScores.credit.hasSuffix("CC0 1.0"))
  }
}
