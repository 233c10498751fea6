import Foundation
import Synchronization
import Terminal
import TestKit
import Testing

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

  @Test func allKeysAreTakenAtOnce() throws {
    try withPipe { keys, typist in
      #expect(keys.allKeys() == [])
      try typist.write(String(repeating: "\u{1B}[C", count: 3000))
      #expect(keys.allKeys() == Array(repeating: .right, count: 3000))
      try typist.write("abc")
      #expect(keys.allKeys(limit: 2) == [.character("a"), .character("b")])
      keys.putBack(.up)
      #expect(keys.allKeys() == [.up, .character("c")])
      // An escape may be the beginning of more.
      try typist.write("x\u{1B}")
      #expect(keys.allKeys() == [.character("x")])
      #expect(keys.next() == .escape)
    }
  }

  /// Keys come first, and what is not read is told of again.
  @Test func anotherDescriptorEndsTheWait() throws {
    try withPipe { keys, typist in
      let pipe = WakePipe()
      #expect(keys.next(timeout: .zero, orReadable: pipe.reading) == nil)
      pipe.wake()
      pipe.wake()
      #expect(keys.next(orReadable: pipe.reading) == .ready)
      try typist.write("ab")
      for letter in "ab" as String {
        #expect(keys.next(orReadable: pipe.reading) == .key(.character(letter)))
      }
      #expect(keys.next(orReadable: pipe.reading) == .ready)
      pipe.clear()
      #expect(keys.next(timeout: .zero, orReadable: pipe.reading) == nil)
      let thread = Thread { pipe.wake() }
      thread.start()
      #expect(keys.next(orReadable: pipe.reading) == .ready)
      // A pipe that is full neither holds up nor fails.
      for _ in 0..<100_000 { pipe.wake() }
      pipe.clear()
      #expect(keys.next(timeout: .zero, orReadable: pipe.reading) == nil)
      // While half a key is there.
      try typist.write("\u{1B}[1;")
      pipe.wake()
      #expect(keys.next(orReadable: pipe.reading) == .ready)
      try typist.write("5C")
      #expect(keys.next(orReadable: -1) == .key(.modified(.right, .control)))
    }
  }

  /// Bytes that make no key do not hold up one who does not wait for ever.
  @Test func aStreamWithoutKeysEnds() throws {
    try withPipe { keys, typist in
      let isOver = Mutex(false)
      let thread = Thread {
        while !isOver.withLock({ $0 }) { try? typist.write("\u{1B}[?1;2c\u{1B}[M !!") }
      }
      thread.start()
      for _ in 0..<10 { #expect(keys.next(timeout: .milliseconds(1)) == nil) }
      isOver.withLock { $0 = true }
      while !thread.isFinished { _ = keys.next(timeout: .milliseconds(1)) }
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
