@testable import Plotting

/// Seeded pseudo-random numbers, most of them unpleasant (Knuth's multiplier, upper bits).
struct Garbage {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 32) % UInt64(max(bound, 1)))
  }

  /// From 0 to 1.
  mutating func fraction() -> Double { Double(below(1 << 30)) / Double(1 << 30 - 1) }

  mutating func number() -> Double {
    let odd: [Double] = [
      0, -0.0, .nan, .infinity, 0x1p-1063, .leastNonzeroMagnitude, 1e308, -1.7e308, 1, 1 + 1e-15,
    ]
    if below(4) == 0 { return odd[below(odd.count)] }
    let power = Double("1e\(below(9) == 0 ? below(600) - 300 : below(7) - 3)") ?? 1
    return (fraction() - 0.3) * power
  }

  mutating func text(of alphabet: String, upTo length: Int) -> String {
    let letters = Array(alphabet)
    return String((0..<below(length + 1)).map { _ in letters[below(letters.count)] })
  }

  /// A range a scale can show, of any size.
  mutating func range(for scale: Scale.Kind) -> ClosedRange<Double> {
    while true {
      let a = number()
      let b = below(3) == 0 ? a * (1 + fraction() * 1e-3) : number()
      if scale.shows(a), scale.shows(b) { return min(a, b)...max(a, b) }
    }
  }
}
