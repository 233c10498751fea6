/// The generator SplitMix64, used to turn one number into the state of a larger generator.
///
/// Source: Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators".
package struct SplitMix64: Sendable {
  private var state: UInt64

  /// Starts from any seed, 0 included.
  package init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Self.mix(state)
  }

  /// A bijection of 64-bit words in which every bit of the result depends on every bit given.
  static func mix(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
