import Numerics

/// Bits that are set with the same chance each, independently of one another.
struct RandomBits {
  /// Every bit that may be set.
  let all: UInt64

  /// The chance in units of 2⁻⁶⁴.
  private let chance: UInt64

  /// - Precondition: at most 64 bits, and a chance below 1.
  init(_ count: Int, chance: Double) {
    all = count > 63 ? .max : (1 << UInt64(count)) - 1
    self.chance = UInt64(chance * 0x1p64)
  }

  /// Draws them.
  ///
  /// A bit is set if a random number is below the chance. Both are compared from their first binary
  /// digit on, one digit of all bits at a time, until every bit differs.
  func draw(_ stream: inout RandomStream) -> UInt64 {
    var (open, set, rest) = (all, 0 as UInt64, chance)
    // A chance without further digits is not above anything.
    while open != 0, rest != 0 {
      let digits = stream.bits()
      if rest >> 63 == 1 {
        set |= open & ~digits
        open &= digits
      } else {
        open &= ~digits
      }
      rest <<= 1
    }
    return set
  }
}

/// Strings that are copied with flips until all their bits are ones.
struct BitSearches {
  let seed: UInt64

  /// The copies that each search made.
  let copies: [Int]

  /// How many of the searches came to all ones.
  let found: Int

  init(length: Int, rate: Double, seed: UInt64) {
    let flips = RandomBits(length, chance: rate)
    var (copies, found): ([Int], Int) = ([], 0)
    for number in 0..<BitFlips.searches {
      var stream = RandomStream(seed: seed, "search", number)
      var string = stream.bits() & flips.all
      var ones = string.nonzeroBitCount
      var made = 0
      while string != flips.all, made < BitFlips.mostCopies {
        let copy = string ^ flips.draw(&stream)
        let kept = copy.nonzeroBitCount
        if kept >= ones { (string, ones) = (copy, kept) }
        made += 1
      }
      copies.append(made)
      if string == flips.all { found += 1 }
    }
    self.seed = seed
    self.copies = copies
    self.found = found
  }

  var mean: Double { Double(copies.reduce(0, +)) / Double(copies.count) }
}
