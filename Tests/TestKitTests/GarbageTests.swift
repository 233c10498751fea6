import TestKit
import Testing

@Suite struct GarbageTests {
  /// Outputs of the authors' `splitmix64.c` from the seed 1477776061723855037.
  @Test func isSplitMix() {
    var garbage = Garbage(seed: 1_477_776_061_723_855_037 as UInt64)
    #expect(
      (0..<3).map { _ in garbage.next() } == [
        1_985_237_415_132_408_290, 2_979_275_885_539_914_483, 13_511_426_838_097_143_398,
      ])
  }

  @Test func staysInside() {
    var garbage = Garbage(seed: 1)
    for _ in 0..<1000 {
      let bound = garbage.below(5) - 1
      #expect((0..<max(1, bound)).contains(garbage.below(bound)))
      #expect((0..<1).contains(garbage.fraction()))
      let range = garbage.range { $0 > 0 && $0.isFinite }
      #expect(range.lowerBound > 0 && range.upperBound.isFinite)
      #expect(garbage.text(of: ["ab"], upTo: 3).count <= 6)
      #expect(garbage.text(of: "ab", count: 4).count == 4)
    }
  }

  /// All kinds come up.
  @Test func isUnpleasant() {
    var garbage = Garbage(seed: 2)
    let numbers = (0..<2000).map { _ in garbage.number() }
    #expect(numbers.contains { $0.isNaN } && numbers.contains(.infinity) && numbers.contains(0))
    #expect(numbers.contains { $0 < 0 && abs($0) < 1e-200 } && numbers.contains { $0 > 1e200 })
    #expect(numbers.count { (0.001...1).contains(abs($0)) } > 500)
  }

  @Test(arguments: [[], [7, 8, 9]])
  func accidentsHappen(strays: [Int]) {
    var garbage = Garbage(seed: 3)
    let whole = Array(0..<6)
    let damaged = (0..<400).map { _ in garbage.damaged(whole, strays: strays) }
    #expect(damaged.contains { $0.count > 6 } && damaged.contains { $0.count < 5 })
    #expect(damaged.contains { $0.count == 6 && $0 != whole })
    #expect(damaged.contains { $0.contains { $0 > 6 } } != strays.isEmpty)
    #expect(garbage.damaged([] as [Int], strays: strays).isEmpty)
  }
}
