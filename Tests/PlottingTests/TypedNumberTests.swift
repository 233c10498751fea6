import TestKit
import Testing

@testable import Plotting

/// Numbers as people type them.
@Suite struct TypedNumberTests {
  @Test(arguments: [
    ("0.5", 0.5), (".5", 0.5), ("5.", 5), ("-3", -3), ("+3", 3), ("1e-3", 1e-3), ("1E6", 1e6),
    (" 80 ", 80), ("−0.5", -0.5), ("–0.5", -0.5), ("1e−4", 1e-4), ("\u{200E}-3", -3),
    ("40,000", 40_000), ("1,234,567", 1_234_567), ("1,234.5", 1234.5), ("40 000", 40_000),
    ("40\u{202F}000", 40_000), ("40'000", 40_000), ("40’000", 40_000), ("40_000", 40_000),
    ("-40,000", -40_000), ("1/16", 0.0625), (" 1 / 4 ", 0.25), ("-1/2", -0.5), ("−1/16", -0.0625),
    ("1⁄2", 0.5), ("½", 0.5), ("1½", 1.5), ("-¼", -0.25), ("3^6", 729), ("2^-4", 0.0625),
    ("2^(-4)", 0.0625), ("3**6", 729), ("3⁶", 729), ("-2^2", -4), ("10^-3", 1e-3),
    ("2·10⁻⁴", 2e-4), ("2 × 10^-4", 2e-4), ("2*10^-4", 2e-4), ("2e^-4", 2e-4), ("10⁻³", 1e-3),
    ("3*5", 15), ("2 × 3", 6), ("3/2*4", 6), ("1/2^4", 0.0625), ("×1.5", 1.5), ("1.5×", 1.5),
    ("1.5x", 1.5), ("~80", 80), ("≈ 1.5", 1.5), ("= 0.1", 0.1), ("\"0.1\"", 0.1), ("0.1.", 0.1),
    ("０.１", 0.1), ("٣", 3), ("1e999", .infinity), ("9^9999", .infinity),
  ])
  func areRead(_ text: String, _ number: Double) throws {
    let typed = try #require(TypedNumber(text))
    #expect(typed.value == number && !typed.isPercentage)
  }

  @Test(arguments: [
    ("50%", 0.5), ("50 %", 0.5), ("12.5%", 0.125), ("62٪", 0.62), ("−5%", -0.05), ("3‰", 0.003),
    ("120 %", 1.2),
  ])
  func percentagesAreShares(_ text: String, _ share: Double) throws {
    let typed = try #require(TypedNumber(text))
    #expect(typed.value == share && typed.isPercentage)
  }

  /// What is no number, or may be two; a decimal comma is told how it is written.
  @Test(arguments: [
    "", " ", "/", "1/", "/2", "1/0", "1/2/3", "nan", "inf", "x", "0x10", "two", "%", "^", "2^",
    "^2", "2^0.5", "2^10^3", "--5", "--1/2", "1 2", "0.1,0.2", "1,2,3", "0,5", "1,5", "12,34",
    "0,125", "1.000,5", "1,5e-3", "3·5", "0·5", "2,5 %", "1.5.2", "5 million", "10 00", "1+2",
    "0^-1", "1\u{202E}", "\u{FEFF}1", "1\u{2066}",
  ])
  func othersAreNot(_ text: String) {
    #expect(TypedNumber(text) == nil)
  }

  @Test(arguments: [
    ("steps = 80", "80"), ("steps: 80", "80"), ("steps 80", "80"), ("--steps 80", "80"),
    ("--steps=80", "80"), ("Steps=80", "80"), ("80 steps", "80"), ("80 step", "80"),
    ("rate = 80", "rate = 80"), ("80 epochs", "80 epochs"), ("40 000", "40 000"),
    ("3 times", "3"), ("62 percent", "62%"), ("80", "80"), ("", ""), ("steps", "steps"),
    ("steps =", ""), ("= 80", "= 80"), ("tanh", "tanh"),
  ])
  func answersMayNameWhatWasAsked(_ text: String, _ value: String) {
    #expect(TypedNumber.answer(in: text, to: "steps") == value)
  }

  @Test func whereOneNumberIsAskedAnyNameStandsForIt() {
    #expect(TypedNumber.answer(in: "growth = 1.5", to: "steps", takesAnyName: true) == "1.5")
    #expect(TypedNumber.answer(in: "3 = 1.5", to: "steps", takesAnyName: true) == "3 = 1.5")
    #expect(TypedNumber.answer(in: "80 steps", to: "steps-to-target") == "80")
  }

  /// Files have one form for a number; whatever they have, people may type as well.
  @Test func everythingInFilesMayBeTyped() {
    var garbage = Garbage(seed: 11)
    var read = 0
    for _ in 0..<20_000 {
      let text = garbage.text(of: "0159.,e−-–' _٣×^/·10⁻²½%x*()=", upTo: 9)
      let typed = TypedNumber(text)
      if let value = DecimalNumber.value(of: text) { #expect(typed?.value == value, "\(text)") }
      if let typed {
        read += 1
        #expect(!typed.value.isNaN, "\(text)")
      }
      _ = TypedNumber.answer(in: text, to: "steps")
    }
    #expect(read > 500)
    #expect(TypedNumber(String(repeating: "1", count: 100_000) + "^9") == nil)
    #expect(TypedNumber("2^-9223372036854775808") == nil)
  }
}
