import Numerics
import Testing

@testable import Simulations

@Suite struct BitSearchesTests {
  /// 8 × 256 searches for half the rate, the rate and twice it, and where many are given up.
  @Test(
    arguments: [(20, 0.025), (20, 0.05), (20, 0.1), (5, 0.3), (50, 0.002), (20, 0.25)]
      as [(Int, Double)])
  func agreesWithTheory(length: Int, rate: Double) {
    let all = (1...8).map { BitSearches(length: length, rate: rate, seed: $0) }
    let copies = all.flatMap(\.copies).map(Double.init)
    let expected = ZerosChain(length: length, rate: rate).givenUp(after: BitFlips.mostCopies)
    let mean = copies.reduce(0, +) / Double(copies.count)
    let squares = copies.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / Double(copies.count * (copies.count - 1))).squareRoot()
    #expect(abs(mean - expected.copies) < 4.5 * error, "\(mean) for \(expected.copies)")
    let lost = 1 - Double(all.reduce(0) { $0 + $1.found }) / Double(copies.count)
    let spread = (expected.chance * (1 - expected.chance) / Double(copies.count)).squareRoot()
    #expect(abs(lost - expected.chance) <= 4.5 * spread + 1e-12, "\(lost) for \(expected.chance)")
  }

  /// One run of 20 bits spreads by 62 to 85 over the rates of the exercise.
  @Test(arguments: [0.04, 0.065, 0.09]) func spreads(rate: Double) {
    let copies = (1...8).flatMap { BitSearches(length: 20, rate: rate, seed: $0).copies }
      .map(Double.init)
    let mean = copies.reduce(0, +) / Double(copies.count)
    let squares = copies.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(copies.count - 1)).squareRoot()
    #expect(deviation > 55 && deviation < 92, "\(deviation)")
  }

  @Test func aSearchThatFoundNothingMadeAllCopies() {
    let searches = BitSearches(length: 50, rate: 0.5, seed: 1)
    #expect(searches.found == 0 && Set(searches.copies) == [BitFlips.mostCopies])
    #expect(searches.mean == 5000)
  }
}

@Suite struct RandomBitsTests {
  /// Each bit is as likely as it should be, and so is each pair.
  @Test(arguments: [0.002, 0.05, 0.3, 0.5]) func bitsAreLikelyAndFree(chance: Double) {
    let bits = RandomBits(50, chance: chance)
    var stream = RandomStream(seed: 4, "bits")
    let draws = 20_000
    var (counts, pairs) = ([Int](repeating: 0, count: 50), 0)
    for _ in 0..<draws {
      let drawn = bits.draw(&stream)
      #expect(drawn & ~bits.all == 0)
      for bit in 0..<50 where drawn >> UInt64(bit) & 1 == 1 { counts[bit] += 1 }
      pairs += (drawn & drawn >> 1).nonzeroBitCount
    }
    let error = (chance * (1 - chance) / Double(draws)).squareRoot()
    for count in counts {
      #expect(abs(Double(count) / Double(draws) - chance) < 5 * error, "\(count)")
    }
    let pair = Double(pairs) / Double(draws * 49)
    #expect(abs(pair - chance * chance) < 5 * chance / Double(draws * 49).squareRoot() + 2e-3)
  }

  @Test func nothingIsSetWithoutAChance() {
    var stream = RandomStream(seed: 1, "bits")
    #expect(RandomBits(64, chance: 0).draw(&stream) == 0)
    #expect(RandomBits(64, chance: 1.nextDown).draw(&stream) == .max)
    #expect(RandomBits(3, chance: 0.5).all == 7)
  }
}
