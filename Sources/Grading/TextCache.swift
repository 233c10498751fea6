import Foundation

/// Texts that were read before, so that those that come again and again are made once.
struct TextCache {
  /// The longest text that is looked for.
  private static let longest = 256

  /// How many texts are kept: a power of two.
  private static let size = 256

  private var texts = [String](repeating: "", count: size)

  init() {}

  /// The text of some bytes in ASCII.
  mutating func text(of bytes: UnsafeRawBufferPointer) -> String {
    // Shorter ones are made without asking for memory.
    guard bytes.count > 15, bytes.count <= Self.longest, let start = bytes.baseAddress else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var hash = UInt(bitPattern: bytes.count)
    for byte in bytes.suffix(12) { hash = hash &* 31 &+ UInt(byte) }
    let slot = Int(hash & UInt(Self.size - 1))
    let isKnown = texts[slot].utf8.withContiguousStorageIfAvailable { known in
      known.count == bytes.count && known.baseAddress.map { memcmp($0, start, bytes.count) } == 0
    }
    if isKnown != true { texts[slot] = String(decoding: bytes, as: UTF8.self) }
    return texts[slot]
  }
}
