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
