import Foundation
import TestKit
import Testing

@testable import Plotting

@Suite struct DecimalNumberReadingTests {
  @Test(arguments: [
    ("0", 0.0), ("-0", 0), ("7", 7), ("+7", 7), ("-7", -7), ("007", 7), ("0.25", 0.25),
    (".5", 0.5), ("5.", 5), ("-.5", -0.5), ("1e-6", 1e-6), ("1E3", 1000), ("1.e2", 100),
    (".5e1", 5), ("2.5e+2", 250), ("1e-999", 0), ("1e999", .infinity), ("-1e999", -.infinity),
    ("0e999", 0), ("0.1", 0.1), ("−0.5", -0.5), ("1e−4", 1e-4), ("−1e−4", -1e-4),
    ("\u{200E}-5", -5), ("\u{61C}-5", -5), ("\u{200E}−5\u{200F}", -5), ("10⁻⁴", 1e-4),
    ("−10⁻⁴", -1e-4), ("2·10⁻⁴", 2e-4), ("−2.5×10³", -2500), ("+10¹⁰", 1e10),
    ("1e0000000000000000000001", 10),
  ])
  func reads(text: String, value: Double) {
    #expect(DecimalNumber.value(of: text) == value)
  }

  @Test(arguments: [
    "", " ", "+", "-", ".", "-.", "e", "e5", ".e5", "1e", "1e+", "1e-", "1e5.5", "1e1e1", "--1",
    "+-1", "1-", "1.2.3", "1,5", "1_000", "1 000", " 1", "1 ", "1\n", "1\u{0}", "\u{FEFF}1",
    "0x10", "0x1p3", "0b1", "0o7", "1f", "1d", "nan", "NaN", "inf", "-inf", "Infinity", "∞",
    "-nan(0x1)", "٣", "１２", "1２", "½", "１e５", "–1", "−−1", "1\u{301}", "−\u{301}1", "1\u{202A}",
    "⁻⁴", "10⁻", "10⁻⁴5",
    "0⁻⁴", "2·3⁻⁴", "2·10⁻⁻⁴", "210⁻⁴", "2e1·10⁻⁴", "1\u{2066}", "1\u{200B}", "1\u{20E3}", "five",
    "1%", "$1", "1e５",
  ])
  func refuses(text: String) {
    #expect(DecimalNumber.value(of: text) == nil)
  }

  @Test func readsHundredsOfDigits() throws {
    let nines = String(repeating: "9", count: 400)
    #expect(DecimalNumber.value(of: nines) == .infinity)
    #expect(DecimalNumber.value(of: "0." + nines) == 1)
    let zeros = String(repeating: "0", count: 400)
    #expect(DecimalNumber.value(of: zeros + "3") == 3)
    #expect(DecimalNumber.value(of: "0." + zeros + "3") == 0)
    #expect(DecimalNumber.value(of: "1e" + nines) == .infinity)
    #expect(DecimalNumber.value(of: "1e-" + nines) == 0)
  }

  @Test(arguments: [
    ("nan", true), ("NaN", true), ("-nan", true), ("inf", true), ("+INF", true),
    ("Infinity", true), ("-infinity", true), ("infinite", false), ("", false), ("1", false),
    ("nan ", false), ("∞", true), ("−∞", true), ("--inf", false), ("banana", false),
  ])
  func namesOfNonFinite(text: String, isName: Bool) {
    #expect(DecimalNumber.isNameOfNonFinite(text) == isName)
  }

  /// Whatever is accepted consists of the characters of a decimal number and means the same to
  /// the C library.
  @Test func acceptsOnlyDecimalCharacters() {
    var garbage = Garbage(seed: 11)
    var accepted = 0
    for _ in 0..<20_000 {
      let text = garbage.text(of: "0019.eE+-−x_ n１", upTo: 8)
      guard let value = DecimalNumber.value(of: text) else { continue }
      accepted += 1
      #expect(text.allSatisfy { "0123456789.eE+-−".contains($0) })
      #expect(value == strtod(text.replacing("−", with: "-"), nil))
    }
    #expect(accepted > 500)
  }
}
