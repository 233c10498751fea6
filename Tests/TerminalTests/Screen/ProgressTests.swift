import Synchronization
import Terminal
import TestKit
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite(.mayHang) struct ProgressTests {
  private let terminal = Screen(width: 20, isTerminal: true, movesCursor: true)
  private struct Failure: Error {}

  /// What a body writes to the output it is given.
  private func written(_ body: (Output) throws -> Void) rethrows -> String {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    defer { close(ends[0]) }
    do {
      defer { close(ends[1]) }
      try body(Output(descriptor: ends[1]))
    }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(ends[0], &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  @Test func aLineIsShownCutAndErased() {
    let text = written { output in
      var line = TransientLine(output: output, screen: terminal)
      line.erase()
      line.show("running")
      line.show("a line that is longer than the screen")
      line.erase()
      line.erase()
    }
    #expect(text == "\rrunning\u{1B}[K\ra line that is lon…\u{1B}[K\r\u{1B}[K")
  }

  @Test func elsewhereNothingIsShown() {
    let text = written { output in
      var line = TransientLine(output: output, screen: Screen())
      line.show("running")
      line.erase()
    }
    #expect(text.isEmpty)
  }

  @Test func shortWorkShowsNothing() {
    let text = written { output in
      let result = withProgress(
        on: output, screen: terminal, after: .seconds(60), { _ in "working" }, work: { _ in 7 })
      #expect(result == 7)
    }
    #expect(text.isEmpty)
  }

  @Test func longWorkShowsItsStepsAndLeavesNothing() throws {
    let shown = Mutex(0)
    let text = try written { output in
      try withProgress(
        on: output, screen: terminal, after: .milliseconds(20),
        { count in
          shown.withLock { $0 = count }
          return StyledText("seed \(count)")
        }
      ) { steps in
        steps.add(3)
        steps.add()
        try wait(for: "the fourth step") { shown.withLock { $0 } == 4 }
      }
    }
    #expect(text.hasPrefix("\r⠋ seed "))
    #expect(text.contains("seed 4\u{1B}[K"))
    #expect(text.hasSuffix("\r\u{1B}[K"))
  }

  @Test func failedWorkLeavesNothingEither() {
    let isShown = Mutex(false)
    let text = written { output in
      #expect(throws: Failure.self) {
        try withProgress(
          on: output, screen: terminal, after: .milliseconds(20),
          { _ in
            isShown.withLock { $0 = true }
            return "working"
          }
        ) { _ in
          try wait(for: "the line") { isShown.withLock { $0 } }
          throw Failure()
        }
      }
    }
    #expect(text.hasPrefix("\r⠋ working") && text.hasSuffix("\r\u{1B}[K"))
  }

  @Test func workThatWaitsGivesItsResult() async {
    let result = await withProgress(screen: Screen(), { _ in "working" }) { steps in
      await Task.yield()
      steps.add(2)
      return steps.value
    }
    #expect(result == 2)
  }
}
