import Testing

@testable import Markdown

@Suite struct ByteScannerTests {
  @Test func takesOnlyWhatComesNext() {
    var scanner = ByteScanner(Array("ab  \nc".utf8))
    let misses = [scanner.take("b"), scanner.take("abc"), scanner.take("ab  \ncd")]
    #expect(misses == [false, false, false])
    #expect(scanner.position == 0)
    let hit = scanner.take("ab")
    #expect(hit)
    let ends = scanner.takeEndOfLine()
    #expect(ends)
    #expect(scanner.next == UInt8(ascii: "c"))
    #expect(scanner.byte(1) == nil)
  }

  @Test func staysWithinItsEnd() {
    var scanner = ByteScanner(Array("abcdef".utf8), from: 1, to: 3)
    let isFound = scanner.take(through: "d")
    #expect(!isFound)
    #expect(scanner.position == 1)
    let count = scanner.take { _ in true }
    #expect(count == 2)
    #expect(scanner.isAtEnd && scanner.next == nil)
    #expect(ByteScanner([], from: 0, to: 9).isAtEnd)
  }

  @Test func takesThroughTheFirstOccurrence() {
    var scanner = ByteScanner(Array("a----->b-->".utf8))
    let isFound = scanner.take(through: "-->")
    #expect(isFound)
    #expect(scanner.next == UInt8(ascii: "b"))
  }
}
