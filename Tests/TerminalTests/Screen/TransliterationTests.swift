import Terminal
import Testing

@Suite struct TransliterationTests {
  @Test(arguments: [
    ("plain", "plain"), ("2/λmax = 0.2", "2/lambda_max = 0.2"), ("β₁, β₂", "beta_1, beta_2"),
    ("10⁻⁶", "10^-6"), ("x²", "x^2"), ("Δλ", "Delta_lambda"), ("∂L/∂θ", "dL/dtheta"),
    ("loss ≤ 1e-6 ≥ ≠ ≈", "loss <= 1e-6 >= != ~"), ("×1.500", "x1.500"),
    ("a → b ← c", "a -> b <- c"),
    ("“it’s” …", "\"it's\" ..."), ("a — b – c − d", "a - b - c - d"), ("✓ ✗ •", "+ x *"),
    ("run · rate", "run - rate"), ("½ √2 ∞", "1/2 sqrt2 inf"), ("20\u{A0}%", "20 %"),
    ("é ñ ü Å ç ø ß", "e n u A c o ss"), ("e\u{301}", "e"), ("ｆｕｌｌ", "full"),
    ("┌─┬┐│└┴┘├┼┤╌┄╲╱", "+-++|++++++--\\/"), ("⠀⠁⣿", " .."), ("▁▃█▌", "_-##"),
    ("语👩‍👩‍👧", "??"), ("𝑥ℝ𝛼", "xR_alpha"), ("\u{FFFD}␛", "??"), ("1️⃣", "1"), ("wᵀ", "w^T"),
    ("x̄ŷ", "xy"), ("σ²", "sigma^2"), ("ς", "sigma"),
  ])
  func replaces(_ text: String, _ expected: String) {
    #expect(ascii(text) == expected)
  }

  @Test func everyCodePointBecomesASCII() {
    // Above are ideographs, which are all alike here.
    for value in UInt32(0x80)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = ascii(String(scalar))
      if !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
        Issue.record("U+\(String(value, radix: 16)) became \(text)")
      }
    }
  }

  @Test func drawingsKeepTheirWidth() {
    for value in [0x2500...0x259F, 0x2800...0x28FF].joined() {
      #expect(Unicode.Scalar(value).map { ascii(String($0)).count } == 1)
    }
  }
}
