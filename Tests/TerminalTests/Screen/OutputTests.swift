import Foundation
import Terminal
import TestKit
import Testing

@Suite(.mayHang) struct OutputTests {
  private func pipe() -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Darwin)
      _ = Darwin.pipe(&ends)
    #else
      _ = Glibc.pipe(&ends)
    #endif
    return (ends[0], ends[1])
  }

  @Test func writesAllOfIt() throws {
    let (reading, writing) = pipe()
    defer { close(reading) }
    try Output(descriptor: writing).write("λ = 0.2\n")
    close(writing)
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = read(reading, &bytes, bytes.count)
    #expect(String(decoding: bytes.prefix(count), as: UTF8.self) == "λ = 0.2\n")
  }

  @Test func moreThanAPipeHoldsGoesThroughInParts() async throws {
    let (reading, writing) = pipe()
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    let text = String(repeating: "0123456789", count: 30_000)
    let totals = AsyncStream<Int>.makeStream()
    // Not a task, which might wait for the thread that writes.
    Thread.detachNewThread {
      var total = 0
      var bytes = [UInt8](repeating: 0, count: 4096)
      while case let count = read(reading, &bytes, bytes.count), count > 0 { total += count }
      close(reading)
      totals.continuation.yield(total)
      totals.continuation.finish()
    }
    try Output(descriptor: writing).write(text)
    close(writing)
    #expect(await totals.stream.reduce(0, +) == 300_000)
  }

  /// A terminal that nobody reads takes text until it is full, and again once it was read.
  @Test func whatIsFullTakesNoText() throws {
    let pair = try TerminalPair()
    let terminal = open(pair.path, O_RDWR | O_NOCTTY | O_NONBLOCK)
    defer { for end in [pair.keyboard, terminal] { close(end) } }
    let output = Output(descriptor: terminal)
    #expect(output.takesText)
    let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 1024)
    while write(terminal, bytes, bytes.count) > 0 {}
    #expect(!output.takesText)
    _ = fcntl(pair.keyboard, F_SETFL, O_NONBLOCK)
    var read = bytes
    while Foundation.read(pair.keyboard, &read, read.count) > 0 {}
    try wait(for: "room") { output.takesText }
    // What is none says more when it is written to.
    #expect(Output(descriptor: 1 << 20).takesText)
  }

  @Test func aClosedPipeIsToldApart() {
    ignoreBrokenPipes()
    let (reading, writing) = pipe()
    close(reading)
    defer { close(writing) }
    #expect(throws: OutputError.closed) { try Output(descriptor: writing).write("x") }
  }

  @Test func aFailureSaysWhy() {
    let bad = #expect(throws: OutputError.self) { try Output(descriptor: -1).write("x") }
    #expect(bad?.description == "Bad file descriptor")
    #if os(Linux)
      let full = open("/dev/full", O_WRONLY)
      defer { close(full) }
      let error = #expect(throws: OutputError.self) { try Output(descriptor: full).write("x") }
      #expect(error?.description == "No space left on device")
    #endif
  }
}
