import Dispatch
import Synchronization

/// How much of some work is done, counted from any thread.
///
/// A class, as those who count and the one who draws share one number.
package final class StepCount: Sendable {
  private let count = Atomic<Int>(0)

  package init() {}

  package var value: Int { count.load(ordering: .relaxed) }

  /// Counts more steps.
  package func add(_ steps: Int = 1) { count.wrappingAdd(steps, ordering: .relaxed) }
}

/// Runs the work, and shows how it gets on while it takes longer than a moment.
///
/// Work that is done within 150 milliseconds shows nothing, and so does what is no terminal. The line
/// goes to `output`, standard error unless told otherwise, and is gone before this returns or throws.
///
/// - Parameters:
///   - output: where the line is drawn.
///   - screen: what that place can show.
///   - message: the line, given the steps counted so far; called from another thread.
///   - work: what to do; it counts its steps where it can.
package func withProgress<Result>(
  on output: Output = .error, screen: Screen, _ message: @escaping @Sendable (Int) -> StyledText,
  work: (StepCount) throws -> Result
) rethrows -> Result {
  let steps = StepCount()
  let spinner = Spinner(output, screen, steps, message)
  defer { spinner.stop() }
  return try work(steps)
}

/// The same for work that waits.
package func withProgress<Result>(
  on output: Output = .error, screen: Screen, isolation: isolated (any Actor)? = #isolation,
  _ message: @escaping @Sendable (Int) -> StyledText, work: (StepCount) async throws -> Result
) async rethrows -> Result {
  let steps = StepCount()
  let spinner = Spinner(output, screen, steps, message)
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
    _ output: Output, _ screen: Screen, _ steps: StepCount,
    _ message: @escaping @Sendable (Int) -> StyledText
  ) {
    let line = DrawnLine(TransientLine(output: output, screen: screen))
    let turns: [StyledText] =
      screen.usesUnicode ? ["⠋ ", "⠙ ", "⠸ ", "⠴ ", "⠦ ", "⠇ "] : ["- ", "\\ ", "| ", "/ "]
    self.line = line
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + .milliseconds(150), repeating: .milliseconds(100))
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
