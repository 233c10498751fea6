import Terminal
import TestKit
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite(.mayHang) struct KeyReaderTests {
  @Test func readsAPipeToItsEnd() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    var keys = KeyReader(descriptor: ends[0])
    #expect(keys.next(timeout: .zero) == nil)
    try Output(descriptor: ends[1]).write("q\u{1B}[20")
    #expect(keys.next() == .character("q"))
    try Output(descriptor: ends[1]).write("0~p")
    close(ends[1])
    #expect(keys.next() == .paste("p"))
    #expect(keys.next() == .endOfInput)
    #expect(keys.next() == .endOfInput)
  }

  @Test func aDescriptorThatIsNoneIsTheEnd() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    close(ends[1])
    defer { close(ends[0]) }
    var keys = KeyReader(descriptor: ends[0])
    #expect(keys.next() == .endOfInput)
  }
}
