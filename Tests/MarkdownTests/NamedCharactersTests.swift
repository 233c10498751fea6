import Testing

@testable import Markdown

@Suite struct NamedCharactersTests {
  @Test func everyEntryIsWhole() {
    #expect(NamedCharacters.table.count > 900)
    for (name, text) in NamedCharacters.table {
      #expect(name.utf8.allSatisfy { $0.isLetterOrDigit }, "\(name)")
      #expect((1...2).contains(text.unicodeScalars.count), "\(name)")
    }
  }

  @Test(arguments: [0xA0...0xFF, 0x391...0x3A1, 0x3A3...0x3A9, 0x3B1...0x3C9, 0x2190...0x2194])
  func rangesAreCovered(codes: ClosedRange<UInt32>) {
    let named = Set(NamedCharacters.table.values)
    for code in codes {
      #expect(
        named.contains(Unicode.Scalar(code).map(String.init) ?? ""), "U+\(String(code, radix: 16))")
    }
  }
}
