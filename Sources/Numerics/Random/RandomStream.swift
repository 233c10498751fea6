/// A named source of chance: one seed feeds as many independent streams as there are names.
///
/// Streams are named after what they decide (`"data"`, `"initial weights"`, `"order"`), so that
/// changing one knob leaves the luck of everything else as it was. An index tells the chains or
/// repetitions of one name apart. Draws are the same on every machine and never change with the
/// version of the standard library.
public struct RandomStream: Sendable {
  @usableFromInline var generator: Xoshiro256

  /// The stream of this name and index under a seed.
  package init(seed: UInt64, _ name: String, _ index: Int = 0) {
    // FNV-1a; then each part goes through a bijection, so no two parts can cancel out.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    var key = SplitMix64.mix(seed &+ 0x9e37_79b9_7f4a_7c15)
    key = SplitMix64.mix((key ^ hash) &+ 0x9e37_79b9_7f4a_7c15)
    key = SplitMix64.mix((key ^ UInt64(bitPattern: Int64(index))) &+ 0x9e37_79b9_7f4a_7c15)
    generator = Xoshiro256(seed: key)
  }

  /// The next 64 bits.
  @inlinable public mutating func bits() -> UInt64 { generator.next() }
}
