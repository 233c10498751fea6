import Foundation
import Terminal
import TestKit
import Testing

/// Programs that fail while a terminal is raw: each is a process of its own.
@Suite(.serialized, .mayHang) struct CrashTests {
  /// Where a process that is to fail finds its terminal.
  private static let variable = "KNOBS_TEST_TERMINAL"

  /// What a terminal has been through once a process on it has failed.
  private func afterwards(
    _ fail: (TerminalPair) async throws -> Void
  ) async throws -> String {
    let pair = try TerminalPair()
    let terminal = open(pair.path, O_RDWR | O_NOCTTY)
    defer { for end in [pair.keyboard, terminal] { close(end) } }
    let before = TerminalPair.modes(of: terminal)
    setenv(Self.variable, pair.path, 1)
    defer { unsetenv(Self.variable) }
    try await fail(pair)
    #expect(TerminalPair.modes(of: terminal) == before)
    _ = fcntl(pair.keyboard, F_SETFL, O_NONBLOCK)
    var said = ""
    // What was written last may be on its way still when the process has gone.
    for _ in 0..<200 where !said.hasSuffix(Self.restored) {
      var bytes = [UInt8](repeating: 0, count: 1 << 14)
      let count = read(pair.keyboard, &bytes, bytes.count)
      said += String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
      if count <= 0 { usleep(10_000) }
    }
    return said
  }

  /// Draws on the terminal of the variable and fails.
  private static func play(_ fail: @escaping @Sendable () -> Void) {
    let terminal = open(ProcessInfo.processInfo.environment[variable] ?? "", O_RDWR | O_NOCTTY)
    try? withRawMode(terminal, fullScreenOn: terminal, usesMouse: true) { _ in
      try drawOnScreen("drawn")
      fail()
      // Another thread may be the one that fails.
      sleep(600)
    }
  }

  private static let restored =
    "drawn\u{1B}[?2026l\u{1B}[0m\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  @Test func aTrapRestoresTheTerminal() async throws {
    let said = try await afterwards { _ in
      await #expect(processExitsWith: .failure) {
        Self.play {
          let numbers = CommandLine.arguments.dropFirst(1 << 20)
          _ = numbers[numbers.startIndex + 1]
        }
      }
    }
    #expect(said.hasSuffix(Self.restored), "\(said.debugDescription)")
  }

  @Test func aTrapOfAnotherThreadRestoresTheTerminal() async throws {
    let said = try await afterwards { _ in
      await #expect(processExitsWith: .failure) {
        Self.play { Thread { fatalError("on purpose") }.start() }
      }
    }
    #expect(said.hasSuffix(Self.restored), "\(said.debugDescription)")
  }

  /// Nothing is left of the stack then: the handler has one of its own.
  @Test func aStackThatOverflowsRestoresTheTerminal() async throws {
    let said = try await afterwards { _ in
      await #expect(processExitsWith: .signal(SIGSEGV)) {
        Self.play { _ = Deep.sum(CommandLine.arguments.count) }
      }
    }
    #expect(said.hasSuffix(Self.restored), "\(said.debugDescription)")
  }
}

private enum Deep {
  /// Calls itself without an end.
  static func sum(_ number: Int) -> Int { number < 0 ? 0 : sum(number &+ 1 & 0xFFFF) &+ number }
}
