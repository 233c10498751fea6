import TestKit
import Testing

@testable import Plotting

@Suite struct NumberTextSeparatorsTests {
  @Test(arguments: [
    ("9999", "9999"), ("10000", "10,000"), ("33024", "33,024"), ("-1234567", "-1,234,567"),
    ("12345.678", "12,345.678"), ("0.123456", "0.123456"), ("1e-10000", "1e-10,000"),
    ("60,000", "60,000"), ("DOI 10.24432/C50P49", "DOI 10.24432/C50P49"), ("x12345", "x12345"),
    ("12345x", "12345x"), ("evaluations ≤ 25000.", "evaluations ≤ 25,000."), ("", ""),
    ("1234,56789", "1234,56789"), ("é12345", "é12345"), ("#12345", "#12345"),
  ])
  func wholeNumbersAreSetApart(_ text: String, _ separated: String) {
    #expect(NumberText.separated(text) == separated)
  }

  @Test func onlyCommasAreAdded() {
    var garbage = Garbage(seed: 11)
    for _ in 0..<500 {
      let text = garbage.text(of: "0123456789,.-ae /é\u{202E}".map(String.init), upTo: 40)
      let separated = NumberText.separated(text)
      let plain = separated.unicodeScalars.filter { $0 != "," }
      #expect(plain.elementsEqual(text.unicodeScalars.filter { $0 != "," }))
      #expect(NumberText.separated(separated) == separated)
    }
  }
}
