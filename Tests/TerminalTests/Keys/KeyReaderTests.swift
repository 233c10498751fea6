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

  /// A body with a reader, and the end of its pipe to type at, which stays open.
  private func withPipe(_ body: (inout KeyReader, Output) throws -> Void) throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    var keys = KeyReader(descriptor: ends[0])
    try body(&keys, Output(descriptor: ends[1]))
  }

  @Test func aPasteWithoutAnEndEndsWithSilence() throws {
    try withPipe { keys, typist in
      try typist.write("\u{1B}[200~text")
      #expect(keys.next() == .paste("text"))
      try typist.write("q")
      #expect(keys.next() == .character("q"))
      try typist.write("\u{1B}[200~text\u{3}")
      #expect(keys.next() == .paste("text"))
      #expect(keys.next() == .control("c"))
    }
  }

  @Test func aStringWithoutAnEndEndsWithSilence() throws {
    try withPipe { keys, typist in
      try typist.write("\u{1B}]11;rgb:")
      #expect(keys.next(timeout: .zero) == nil)
      try typist.write("1a1a\u{7}a")
      #expect(keys.next() == .character("a"))
      try typist.write("\u{1B}]11;rgb:1a1a")
      #expect(keys.next(timeout: .milliseconds(700)) == nil)
      try typist.write("b")
      #expect(keys.next() == .character("b"))
    }
  }

  @Test func keysTypedWhileTheTerminalAnswersComeNext() throws {
    try withPipe { keys, typist in
      try typist.write("ab\u{1B}[7;12Rc")
      #expect(keys.cursorColumn(timeout: .seconds(600)) == 11)
      keys.putBack(.up)
      for key in [.up, .character("a"), .character("b"), .character("c")] as [Key] {
        #expect(keys.next() == key)
      }
      #expect(keys.cursorColumn(timeout: .zero) == nil)
    }
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
