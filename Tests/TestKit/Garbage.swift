/// Seeded pseudo-random choices for properties (SplitMix64; Steele, Lea and Flood 2014).
///
/// They are the same at every run. What is drawn is mostly unpleasant: numbers and pieces of text that
/// have been trouble somewhere. Rooms add what they have themselves.
package struct Garbage: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: some BinaryInteger) { state = UInt64(truncatingIfNeeded: seed) }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// An integer from 0 to below the bound; 0 if there is none.
  package mutating func below(_ bound: Int) -> Int {
    Int.random(in: 0..<max(bound, 1), using: &self)
  }

  /// A number from 0 to below 1.
  package mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number from 0 to below 1 that depends on a seed alone, and as good as not on its neighbours'.
  package static func fraction(of seed: UInt64) -> Double {
    var garbage = Garbage(seed: seed &* 0x9E37_79B9_7F4A_7C15)
    return garbage.fraction()
  }

  /// One of some things.
  package mutating func one<Element>(of all: [Element]) -> Element { all[below(all.count)] }
}

extension Garbage {
  /// Numbers at and beyond the edges of what can be reckoned with.
  package static let oddNumbers: [Double] = [
    0, -0.0, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, 0x1p-1063, 1e-300, 1e300, 1e308,
    -1.7e308, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 1, 1 + 1e-15, 0.1, -1,
  ]

  /// A number of any size, one in four of them odd.
  package mutating func number() -> Double {
    if below(4) == 0 { return one(of: Self.oddNumbers) }
    let power = Double("1e\(below(9) == 0 ? below(600) - 300 : below(7) - 3)") ?? 1
    return (fraction() - 0.3) * power
  }

  package mutating func numbers(atMost count: Int) -> [Double] {
    (0..<below(count + 1)).map { _ in number() }
  }

  /// A range of any size, one in three of them narrow, both ends of which are fit.
  package mutating func range(where isFit: (Double) -> Bool) -> ClosedRange<Double> {
    while true {
      let a = number()
      let b = below(3) == 0 ? a * (1 + fraction() * 1e-3) : number()
      if isFit(a), isFit(b) { return min(a, b)...max(a, b) }
    }
  }
}

extension Garbage {
  /// A text of so many pieces, each drawn from a list.
  package mutating func text(of pieces: [String], count: Int) -> String {
    (0..<count).map { _ in one(of: pieces) }.joined()
  }

  /// A text of up to so many pieces.
  package mutating func text(of pieces: [String], upTo count: Int) -> String {
    text(of: pieces, count: below(count + 1))
  }

  /// A text of so many of the given characters.
  package mutating func text(of alphabet: String, count: Int) -> String {
    text(of: alphabet.map { String($0) }, count: count)
  }

  /// A text of up to so many of the given characters.
  package mutating func text(of alphabet: String, upTo count: Int) -> String {
    text(of: alphabet.map { String($0) }, upTo: count)
  }

  package mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
  }

  /// Some things after one to four accidents: one is lost, comes twice or changes its place, or a stray
  /// takes its place; without strays all that follows it is lost.
  package mutating func damaged<Element>(_ elements: [Element], strays: [Element] = []) -> [Element]
  {
    var elements = elements
    for _ in 0...below(4) where !elements.isEmpty {
      let place = below(elements.count)
      switch below(4) {
      case 0: elements.remove(at: place)
      case 1: elements.insert(one(of: elements), at: place)
      case 2: elements.swapAt(place, below(elements.count))
      case _ where strays.isEmpty: elements.removeSubrange((place + 1)...)
      default: elements[place] = one(of: strays)
      }
    }
    return elements
  }
}

extension Garbage {
  /// Pieces of text that have been trouble somewhere, to be joined.
  package static let oddPieces = [
    "a", "word", "learning-rate", " ", " ", "  ", "—", "–", "-", "/", "https://x.org/a/b?c=d", "語",
    "日本語", "、", "（", "👩‍👩‍👧", "🇩🇪", "❤️", "é", "e\u{301}", "\u{301}", "\u{A0}", "λ", "…", "½",
    "10⁻⁶", "x₂", "\u{200B}", "\u{1B}[31m", "\n", "\t", "\u{202E}", "\u{9B}", ".", "(", "한국어", "⠁",
    "─", "1️⃣", "\u{1F3FD}", "\u{FE0F}", "\u{200D}", "\u{0600}", "क्षि",
  ]

  /// Names that nothing should bear, to be shown whole.
  package static let oddNames = [
    "", "loss", "0.21", "w₁", "a rather long name for a series", "a < b & c > d",
    "\"quoted\", 'and' more", "]]>", "<script>alert(1)</script>", "tab\there", "two\r\nlines",
    "\u{0}\u{1B}[31m\u{9B}\u{FFFE}\u{202E}", "e\u{301}\u{200B}x", "\u{301}", "🙂", "学習率を選ぶ",
    "--><!--", String(repeating: "long ", count: 100), "&amp;", "a\"\u{301},\u{200D}b\r\u{301}\n",
    "=\u{FE0F}1+1", "<\u{338}b>&\u{200D}amp;",
  ]

  /// What joins the character before it, so that both are one.
  package static let followers = [
    "\u{300}", "\u{301}", "\u{338}", "\u{34F}", "\u{93F}", "\u{E33}", "\u{200C}", "\u{200D}",
    "\u{200D}\u{2764}", "\u{20DD}", "\u{20E3}", "\u{FE0E}", "\u{FE0F}", "\u{1F3FD}", "\u{E0100}",
    "\u{E007F}",
  ]

  /// Every sign of ASCII but letters and digits, and CR LF, alone and with each of the followers.
  package static let followedSigns: [String] = {
    let signs = (1...127).compactMap(Unicode.Scalar.init).map { String($0) }
      .filter { $0.utf8.allSatisfy { !(48...57).contains($0) && !(65...90).contains($0 & 0xDF) } }
    return (signs + ["\r\n"]).flatMap { sign in [sign] + followers.map { sign + $0 } }
  }()

  /// A text of up to so many odd pieces.
  package mutating func text(upTo count: Int) -> String { text(of: Self.oddPieces, upTo: count) }

  /// An odd name.
  package mutating func name() -> String { one(of: Self.oddNames) }
}
