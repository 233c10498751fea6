import Terminal

/// Seeded pseudo-random text and bytes (SplitMix64, Steele, Lea and Flood 2014).
struct Garbage: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private static let pieces = [
    "a", "word", "learning-rate", " ", " ", "  ", "—", "–", "-", "/", "https://x.org/a/b?c=d", "語",
    "日本語", "、", "（", "👩‍👩‍👧", "🇩🇪", "❤️", "é", "e\u{301}", "\u{301}", "\u{A0}", "λ", "…", "½",
    "10⁻⁶", "x₂", "\u{200B}", "\u{1B}[31m", "\n", "\t", "\u{202E}", "\u{9B}", ".", "(", "한국어", "⠁",
    "─", "1️⃣", "\u{1F3FD}", "\u{FE0F}", "\u{200D}", "\u{0600}", "क्षि",
  ]

  /// Text of up to `count` pieces that have been trouble somewhere.
  mutating func text(upTo count: Int) -> String {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in
      Self.pieces.randomElement(using: &self) ?? ""
    }.joined()
  }

  /// The same in a handful of styles.
  mutating func styledText(upTo count: Int) -> StyledText {
    let styles: [Style] = [.plain, .bold, .accent, Style(unbroken: true), Style(.series(3))]
    return (0..<3).reduce(into: StyledText()) { text, _ in
      text.append(self.text(upTo: count / 3), styles.randomElement(using: &self) ?? .plain)
    }
  }
}
