/// The generator xoshiro256++: 256 bits of state, period 2²⁵⁶ − 1.
///
/// Source: Blackman & Vigna 2021, "Scrambled linear pseudorandom number generators".
public struct Xoshiro256: Sendable {
  @usableFromInline var a: UInt64
  @usableFromInline var b: UInt64
  @usableFromInline var c: UInt64
  @usableFromInline var d: UInt64

  /// Starts from the first four outputs of SplitMix64, as the authors recommend.
  package init(seed: UInt64) {
    var words = SplitMix64(seed: seed)
    (a, b, c, d) = (words.next(), words.next(), words.next(), words.next())
  }

  /// Starts from a full state, which must not be all zeros.
  package init(state: (UInt64, UInt64, UInt64, UInt64)) {
    precondition(state.0 | state.1 | state.2 | state.3 != 0, "a state of zeros never moves")
    (a, b, c, d) = state
  }

  /// The next 64 bits.
  @inlinable public mutating func next() -> UInt64 {
    let sum = a &+ d
    let result = (sum << 23 | sum >> 41) &+ a
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = d << 45 | d >> 19
    return result
  }
}

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
