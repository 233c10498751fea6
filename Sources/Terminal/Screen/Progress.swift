import Dispatch
import Synchronization

/// How much of some work is done, counted from any thread.
///
/// A class, as those who count and the one who draws share one number.
package final class StepCount: Sendable {
  private let count = Atomic<Int>(0)

  /// A count of no steps.
  package init() {}

  /// The steps counted so far.
  package var value: Int { count.load(ordering: .relaxed) }

  /// Counts more steps.
  package func add(_ steps: Int = 1) { count.wrappingAdd(steps, ordering: .relaxed) }
}

/// Runs the work, and shows how it gets on while it takes longer than a moment.
///
/// Work that is done within the delay shows nothing, and on what is no terminal nothing is shown. The
/// line goes to `output`, standard error unless told otherwise, and is gone before this returns or
/// throws.
///
/// - Parameters:
///   - output: where the line is drawn.
///   - screen: what that place can show.
///   - delay: how long the work may take unseen.
///   - message: the line, given the steps counted so far; called from another thread.
///   - work: what to do; it counts its steps where it can.
package func withProgress<Result>(
  on output: Output = .error, screen: Screen,
  after delay: Duration = .milliseconds(150),
  _ message: @escaping @Sendable (Int) -> StyledText, work: (StepCount) throws -> Result
) rethrows -> Result {
  let steps = StepCount()
  let spinner = Spinner(output, screen, delay, steps, message)
  defer { spinner.stop() }
  return try work(steps)
}

/// The same for work that waits.
package func withProgress<Result>(
  on output: Output = .error, screen: Screen,
  after delay: Duration = .milliseconds(150),
  isolation: isolated (any Actor)? = #isolation,
  _ message: @escaping @Sendable (Int) -> StyledText, work: (StepCount) async throws -> Result
) async rethrows -> Result {
  let steps = StepCount()
  let spinner = Spinner(output, screen, delay, steps, message)
  defer { spinner.stop() }
  return try await work(steps)
}

/// A line redrawn ten times a second, on a queue of its own.
private struct Spinner {
  private let queue = DispatchQueue(label: "progress")
  private let timer: any DispatchSourceTimer
  private let line: DrawnLine

  /// What only the queue touches.
  private final class DrawnLine: Sendable {
    let state: Mutex<(line: TransientLine, turn: Int)>
    init(_ line: TransientLine) { state = Mutex((line, 0)) }
  }

  init(
    _ output: Output, _ screen: Screen, _ delay: Duration, _ steps: StepCount,
    _ message: @escaping @Sendable (Int) -> StyledText
  ) {
    let line = DrawnLine(TransientLine(output: output, screen: screen))
    let turns: [StyledText] =
      screen.marks == .braille ? ["⠋ ", "⠙ ", "⠸ ", "⠴ ", "⠦ ", "⠇ "] : ["- ", "\\ ", "| ", "/ "]
    self.line = line
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + delay / .seconds(1), repeating: .milliseconds(100))
    timer.setEventHandler {
      line.state.withLock { state in
        state.line.show(turns[state.turn % turns.count] + message(steps.value))
        state.turn = (state.turn + 1) % turns.count
      }
    }
    timer.activate()
  }

  /// Takes the line away; nothing is drawn after this returns.
  func stop() {
    timer.cancel()
    queue.sync { line.state.withLock { $0.line.erase() } }
  }
}

/// A line that tells what is going on and then disappears; on what is no terminal, nothing.
package struct TransientLine: Sendable {
  private let output: Output
  private let screen: Screen
  private var isShown = false

  /// A line that is not shown yet, usually on standard error.
  package init(output: Output = .error, screen: Screen) {
    self.output = output
    self.screen = screen
  }

  /// Shows the text, in place of what was shown before, cut to the screen's width: the one it had, or
  /// the one it has now where that is less.
  ///
  /// A text that cannot be written is no reason to stop, so that errors are passed over.
  package mutating func show(_ text: StyledText) {
    guard screen.movesCursor, !screen.isPlain else { return }
    let now = Screen.size(of: output.descriptor)?.width ?? 0
    let width = now > 0 ? min(now, screen.width) : screen.width
    let line = text.adapted(to: screen)
      .truncated(to: width - 1, mark: screen.usesUnicode ? "…" : "...")
    try? output.write("\r" + line.rendered(for: screen) + "\u{1B}[K")
    isShown = true
  }

  /// Takes the line off the screen again.
  package mutating func erase() {
    guard isShown else { return }
    try? output.write("\r\u{1B}[K")
    isShown = false
  }
}
