import Numerics
import Testing

@testable import Simulations

@Suite struct ScreeningTests {
  /// All effects that there are on four levels: their mean, mean size and spread.
  @Test func allEffects() {
    let whole = Screening.all.map { EffectSummary($0, isWhole: true) }
    #expect(Screening.all.map(\.count) == [32, 32, 32])
    for (found, wanted) in zip(whole.map(\.size), [7.7041, 7.8750, 6.2488]) {
      #expect(abs(found - wanted) < 6e-5)
    }
    for (found, wanted) in zip(whole.map(\.mean), [7.7041, 0, 0]) {
      #expect(abs(found - wanted) < 6e-5)
    }
    for (found, wanted) in zip(whole.map(\.spread), [6.2488, 7.8750, 8.8371]) {
      #expect(abs(found - wanted) < 6e-5)
    }
  }

  /// Four levels of sin² are two values, so that all effects of the second input are of one size.
  @Test func theSecondInputHasOneSize() {
    for effect in Screening.all[1] + Screening(walks: 50, seed: 1).effects[1] {
      #expect(abs(effect.magnitude - 7.875) < 1e-12)
    }
  }

  /// Every effect met on a walk is one of all, and all are met equally often.
  @Test func walksMeetAllEffects() {
    let screening = Screening(walks: 4000, seed: 2)
    for (met, all) in zip(screening.effects, Screening.all) {
      let distinct = Set(all.map { ($0 * 1e9).rounded() })
      var counts: [Double: Int] = [:]
      for effect in met { counts[(effect * 1e9).rounded(), default: 0] += 1 }
      #expect(Set(counts.keys) == distinct)
      for value in distinct {
        let share = Double(all.filter { ($0 * 1e9).rounded() == value }.count) / 32
        let error = (share * (1 - share) / 4000).squareRoot()
        #expect(abs(Double(counts[value] ?? 0) / 4000 - share) < 5 * error)
      }
    }
  }

  /// Ten walks, 400 times: mean sizes of 7.7, 7.875 and 6.25, the first and the last off by 1.9.
  @Test func tenWalks() {
    let sizes = (1...400).map { seed in
      Screening(walks: 10, seed: seed).effects.map { EffectSummary($0, isWhole: false).size }
    }
    for (input, mean, deviation) in [(0, 7.704, 1.97), (1, 7.875, 0), (2, 6.249, 1.97)] {
      let values = sizes.map { $0[input] }
      let found = values.reduce(0, +) / 400
      let squares = values.reduce(0) { $0 + ($1 - found) * ($1 - found) }
      #expect(abs(found - mean) < 4.5 * deviation / 20 + 1e-9)
      #expect(abs((squares / 399).squareRoot() - deviation) < 0.25)
    }
  }

  @Test func summariesByHand() {
    let sample = EffectSummary([1, -3, 5], isWhole: false)
    #expect(sample.mean == 1 && sample.size == 3 && sample.spread == 4)
    #expect(EffectSummary([2, 4], isWhole: true).spread == 1)
  }
}
