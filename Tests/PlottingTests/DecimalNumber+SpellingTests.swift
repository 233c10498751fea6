import TestKit
import Testing

@testable import Plotting

@Suite struct DecimalNumberSpellingTests {
  @Test(arguments: [
    ("0,5", "written with a point: 0.5"), ("-1,5e-3", "written with a point: -1.5e-3"),
    ("−0,5", "written with a point: -0.5"), ("0٫5", "written with a point: 0.5"),
    ("٠٫٥", "written with a point: 0.5"), ("0，5", "written with a point: 0.5"),
    ("1,25", "written with a point: 1.25"),
    ("1,000", "written with a point and no commas: 1.000 or 1000"),
    ("0,125", "written with a point: 0.125"), ("10,000.5", "written without groups: 10000.5"),
    ("1,000,000", "written without groups: 1000000"), ("1 000", "written without groups: 1000"),
    ("1\u{202F}000\u{A0}000", "written without groups: 1000000"),
    ("1'000", "written without groups: 1000"), ("1’000", "written without groups: 1000"),
    ("1_000", "written without groups: 1000"), ("–0.5", "written plainly: -0.5"),
    ("‐5", "written plainly: -5"), ("1e–4", "written plainly: 1e-4"),
    ("０.１", "written plainly: 0.1"), ("٣", "written plainly: 3"), (" 0.1 ", "written plainly: 0.1"),
    ("0·5", "written plainly: 0.5"), ("\u{FEFF}1", "written plainly: 1"),
    ("1\u{200B}", "written plainly: 1"), ("1\u{2066}", "written plainly: 1"),
    ("1\u{FE0F}", "written plainly: 1"), ("½", "written plainly: 0.5"),
    ("-1½", "written plainly: -1.5"), ("1/10", "written plainly: 0.1"),
    ("1⁄10", "written plainly: 0.1"), ("15 %", "written plainly: 0.15"),
    ("15٪", "written plainly: 0.15"), ("2,5 %", "written plainly: 0.025"),
    ("3‰", "written plainly: 0.003"), ("10^-3", "written plainly: 1e-3"),
    ("-10^3", "written plainly: -1e3"), ("2 × 10⁻⁴", "written plainly: 2e-4"),
    ("2 x 10^-4", "written plainly: 2e-4"), ("2*10^(-4)", "written plainly: 2e-4"),
    ("2.5e⁻⁴", "written plainly: 2.5e-4"), ("٢×١٠⁻٤", "written plainly: 2e-4"),
    ("“0.1”", "written plainly: 0.1"), ("'0.1'", "written plainly: 0.1"),
    ("„0,1“", "written with a point: 0.1"), ("«0.1»", "written plainly: 0.1"),
    ("0.1.", "written plainly: 0.1"), ("≈0.1", "written plainly: 0.1"),
    ("1.000,5", "written without groups: 1000.5"),
    ("1.234.567", "written without groups: 1234567"),
    ("1 234 567,89", "written without groups: 1234567.89"),
    ("1’234’567.89", "written without groups: 1234567.89"),
    ("12,34,567", "written without groups: 1234567"), ("3^6", "written plainly: 729"),
    ("2⁻⁴", "written plainly: 0.0625"), ("0.2⁻¹", "written plainly: 5"),
  ])
  func tells(_ text: String, _ expected: String) {
    #expect(DecimalNumber.spelling(of: text) == expected)
  }

  @Test(arguments: [
    "", " ", "0.5", "−0.5", "five", ",5", "5,", ",", "1,2,3", "0,5,", "1 2", "10 00", "0 000",
    "1,x",
    "nan", "1e", "0x10", "1,0x1", "--5", "1,5.2.3", "1/0", "1/2/3", "%", "½½", "½1", "0.⒖", "一",
    "x^2", "10^x", "2^10^3", "1.5.2", "1,000'000", "''", "²",
  ])
  func isSilentAboutOthers(_ text: String) {
    #expect(DecimalNumber.spelling(of: text) == nil)
  }

  @Test(
    arguments: [
      ("0,5", ["0.5"]), ("1,000", ["1.000", "1000"]), ("−1,5", ["-1.5"]), ("1,5e-3", ["1.5e-3"]),
      ("0.1,5", []), ("0.1,0.2", []), ("1,2,3", []), ("1,", []), ("5", []), ("a,b", []),
      ("1,234,567", ["1234567"]),
    ] as [(String, [String])])
  func listsThatMayBeNumbers(_ text: String, _ expected: [String]) {
    #expect(DecimalNumber.readings(ofList: text) == expected)
  }

  @Test(
    arguments: [
      ("0,1;0,5", ["0.1", "0.5"]), ("0,1; 0,5", ["0.1", "0.5"]), ("0.1;0.5", ["0.1", "0.5"]),
      ("0,1,0,5", ["0.1", "0.5"]), ("1;2,5", ["1", "2.5"]), ("10,20,30,400", []), ("0,5", []),
      ("0.1，0.2", ["0.1", "0.2"]), ("0.1、0.2", ["0.1", "0.2"]), ("0,1،0,2", ["0.1", "0.2"]),
      ("0,1 0,5", ["0.1", "0.5"]), ("0.1 0.5 2.0", ["0.1", "0.5", "2.0"]), ("1 000", []),
      ("0,1,2,3", []), ("1,2,3", []), ("a;b", []), ("", []), (";", []), ("0.1,0.2,0.3,0.4", []),
    ] as [(String, [String])])
  func listsOfNumbersWithCommas(_ text: String, _ expected: [String]) {
    #expect(DecimalNumber.pointed(list: text) == expected)
  }

  /// A number in any spelling stays that number, and one that may be two is none.
  @Test(
    arguments: [
      ("0,05", "0.05"), ("½", "0.5"), (" 0.1", "0.1"), ("1’000", "1000"), ("2·10⁻⁴", "2·10⁻⁴"),
      ("1,000", nil), ("a", nil), ("", nil), ("1,2,3", nil),
    ] as [(String, String?)])
  func isMeant(_ text: String, _ expected: String?) {
    #expect(DecimalNumber.meant(by: text) == expected)
  }

  /// What is suggested is read, and nothing makes it long.
  @Test func whatIsSuggestedIsANumber() {
    var garbage = Garbage(seed: 4)
    var told = 0
    for _ in 0..<20_000 {
      let text = garbage.text(of: "0159.,,e−-–' \u{A0}_٣１\u{200E};^×⁻²½%/“”", upTo: 8)
      guard let spelling = DecimalNumber.spelling(of: text) else { continue }
      told += 1
      let numbers = spelling.split(separator: ":").last?.split(separator: " ") ?? []
      for number in numbers where number != "or" {
        #expect(DecimalNumber.value(of: String(number)) != nil, "\(text) \(spelling)")
      }
      #expect(DecimalNumber.value(of: text) == nil && spelling.count < 100)
    }
    #expect(told > 500)
    #expect(DecimalNumber.spelling(of: String(repeating: "1", count: 200) + ",5") == nil)
  }
}
