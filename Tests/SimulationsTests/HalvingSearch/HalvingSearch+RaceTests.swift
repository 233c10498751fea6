import Numerics
import Testing

@testable import Simulations

@Suite struct HalvingRaceTests {
  /// Without noise and slow start nothing is ever misjudged.
  @Test(arguments: [1, 2, 8, 27, 81, 100]) func withoutNoiseTheBestIsChosen(arms: Int) {
    var ends = RandomStream(seed: 3, "ends", arms)
    let drawn = ends.normals(arms)
    var noise = RandomStream(seed: 3, "noise", arms)
    let plan = HalvingPlan(arms: arms, firstLook: 1, factor: 3, whole: 81)
    let race = HalvingRace(
      plan, ends: drawn, curve: EarlyLook.Curve(0, 0), noise: &noise)
    #expect(race.chosen == drawn.firstIndex(of: drawn.min() ?? 0))
    #expect(race.firstSeen == drawn)
    let order = drawn.indices.sorted { drawn[$0] < drawn[$1] }
    #expect(Set(race.kept) == Set(order.prefix(max(1, arms / 3))))
    #expect(race.last.count == plan.looks.last?.arms)
  }

  /// With a slow start and no noise the first look keeps the worst.
  @Test func reversedRanksKeepTheWorst() {
    let ends = (0..<9).map { Double($0) - 4 }
    var noise = RandomStream(seed: 1, "noise")
    let plan = HalvingPlan(arms: 9, firstLook: 1, factor: 3, whole: 81)
    let race = HalvingRace(plan, ends: ends, curve: EarlyLook.Curve(2, 0), noise: &noise)
    #expect(Set(race.kept) == [6, 7, 8])
    // After 3 epochs ranks are still reversed: √3 is below 2.
    #expect(race.chosen == 8)
  }

  /// All three looks by hand, with the draws in the order in which they are used.
  @Test func looksByHand() {
    let ends = [0.3, -1.0, 0.1, 0.8, -0.4, -0.2, 1.5, 0.0, -0.9]
    let curve = EarlyLook.Curve(0.5, 1)
    var draws = RandomStream(seed: 9, "noise")
    var left = Array(0..<9)
    for (epochs, kept) in [(1.0, 3), (3, 1), (81, 1)] {
      let root = epochs.squareRoot()
      let seen = left.map { ends[$0] * (1 - 0.5 / root) + draws.normal() / root }
      left = seen.indices.sorted { seen[$0] < seen[$1] }.prefix(kept).map { left[$0] }
    }
    var noise = RandomStream(seed: 9, "noise")
    let plan = HalvingPlan(arms: 9, firstLook: 1, factor: 3, whole: 81)
    #expect(HalvingRace(plan, ends: ends, curve: curve, noise: &noise).chosen == left[0])
  }
}
