/// A seeded source of chance for tests (SplitMix64).
struct Garbage: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A text of the given number of parts, each drawn from a list.
  mutating func text(of parts: [String], count: Int) -> String {
    (0..<count).map { _ in parts.randomElement(using: &self) ?? "" }.joined()
  }
}
