#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why a terminal gives no keys.
package enum RawModeError: Error, Hashable {
  case noTerminal
  /// Another call is at it: a process has its signals only once.
  case busy
}

/// Runs the body with a terminal that hands over every key at once and shows none.
///
/// Whichever way the body ends, and also when the process is interrupted, terminated, hung up or
/// suspended, or fails (a trap, an invalid address), the terminal gets back the modes it had; one that
/// a killed program left raw gets those of a shell. Control-C, Control-Z and the like arrive as
/// keys. Line ends still start a new line, as output is not raw. Only a call of `exit` inside the body
/// would leave the terminal raw.
///
/// - Parameters:
///   - terminal: the descriptor that keys are read from.
///   - display: the descriptor of the screen that the body draws all over; what was on it, and the
///     cursor, come back with the modes. Nil for a body that only writes line after line.
///   - usesMouse: whether that screen's terminal tells of the mouse; see ``setMouse(_:)``.
///   - escapeWait: how long an escape waits for what makes more of it than the escape key; see
///     ``KeyReader/escapeWait(environment:)``.
///   - body: what to do with the keys.
/// - Throws: ``RawModeError``, or what the body throws.
package func withRawMode<Result>(
  _ terminal: Int32, fullScreenOn display: Int32? = nil, usesMouse: Bool = false,
  escapeWait: Duration = KeyReader.escapeWait(),
  _ body: (inout KeyReader) throws -> Result
) throws -> Result {
  let previous = try RawMode.begin(terminal, display: display ?? -1, usesMouse: usesMouse)
  defer { RawMode.end(previous) }
  var keys = RawMode.keys(of: terminal, escapeWait)
  return try body(&keys)
}

/// The same for a body that waits for other work.
package func withRawMode<Result>(
  _ terminal: Int32, fullScreenOn display: Int32? = nil, usesMouse: Bool = false,
  escapeWait: Duration = KeyReader.escapeWait(), isolation: isolated (any Actor)? = #isolation,
  _ body: (inout KeyReader) async throws -> Result
) async throws -> Result {
  let previous = try RawMode.begin(terminal, display: display ?? -1, usesMouse: usesMouse)
  defer { RawMode.end(previous) }
  var keys = RawMode.keys(of: terminal, escapeWait)
  return try await body(&keys)
}

/// Runs work that draws all over a screen while the terminal is raw already, for a line-by-line
/// session that opens something full-screen; what was on the screen comes back.
///
/// - Throws: ``RawModeError/noTerminal`` where no terminal is raw, ``RawModeError/busy`` where one has
///   a full screen, or what the work throws.
package func withFullScreen<Result>(
  on display: Int32, usesMouse: Bool = false, isolation: isolated (any Actor)? = #isolation,
  _ work: () async throws -> Result
) async throws -> Result {
  guard RawTerminal.isClaimed else { throw RawModeError.noTerminal }
  guard RawTerminal.show(on: display, usesMouse: usesMouse) else { throw RawModeError.busy }
  defer { RawTerminal.hide() }
  return try await work()
}

/// Has the terminal of a full screen tell of the mouse, or leave it to the terminal's own selecting.
///
/// What was last asked for is what it is asked for again after a stop.
package func setMouse(_ isWanted: Bool) { RawTerminal.setMouse(isWanted) }

/// Whether what is written to the raw terminal now lands where it belongs: not while another job has
/// it, nor after it was given back.
package func mayDraw() -> Bool { RawTerminal.mayDraw }

/// Writes to the full screen, unless that is not to be drawn on now: see ``mayDraw()``.
///
/// - Returns: whether it was written. If not, ``Key/resize`` comes when the whole is to be drawn.
@discardableResult package func drawOnScreen(_ text: String) throws(OutputError) -> Bool {
  guard let screen = RawTerminal.screen else { return false }
  try Output(descriptor: screen).write(text)
  return true
}

/// Runs work during which Control-C interrupts the process again, though the terminal is raw.
///
/// For what takes a while inside the body of ``withRawMode(_:_:)``: the terminal still gets back its
/// modes, whether the work ends or is interrupted.
package func withInterrupts<Result>(
  _ terminal: Int32, isolation: isolated (any Actor)? = #isolation,
  _ work: () async throws -> Result
) async rethrows -> Result {
  // Where the terminal is not raw, or interrupts already, there is nothing to do.
  guard RawTerminal.setSignals(true, at: terminal) else { return try await work() }
  defer { _ = RawTerminal.setSignals(false, at: terminal) }
  return try await work()
}

/// Stops the job, as Control-Z does in a terminal that is not raw; returns when it goes on.
///
/// The whole job, as a script that waits for this process would else keep the shell waiting. Where
/// nobody could wake it again, or the signal is ignored, nothing stops. If the terminal was changed,
/// the keys say that the screen is to be drawn again.
package func suspendJob() { RawTerminal.suspendJob() }

/// Gives a terminal that a killed program left raw the modes of one at which lines are typed, before
/// a line is asked for; any other, and another job's, is left alone.
package func mendTerminal(_ terminal: Int32) {
  var modes = termios()
  guard tcgetattr(terminal, &modes) == 0, modes.isLeftRaw, RawTerminal.isOwner(of: terminal) else {
    return
  }
  modes = modes.sane
  tcsetattr(terminal, TCSANOW, &modes)
  RawTerminal.send(TerminalCodes.reset, to: terminal)
}

/// Entering and leaving raw mode.
enum RawMode {
  /// A signal and what it did before.
  typealias Disposition = (signal: Int32, action: sigaction)

  /// Written to by a signal handler, read by whoever waits for keys; made once, never closed, so that
  /// a handler cannot meet a descriptor that is gone.
  private static let changes = WakePipe()

  static func keys(of terminal: Int32, _ escapeWait: Duration) -> KeyReader {
    KeyReader(
      descriptor: terminal, changes: changes.reading, escapeWait: escapeWait,
      isAtRawTerminal: true)
  }

  static func begin(
    _ terminal: Int32, display: Int32, usesMouse: Bool
  ) throws(RawModeError) -> [Disposition] {
    var modes = termios()
    guard isatty(terminal) == 1, tcgetattr(terminal, &modes) == 0 else { throw .noTerminal }
    let isLeftRaw = modes.isLeftRaw
    let isFree = RawTerminal.claim(
      terminal, modes: isLeftRaw ? modes.sane : modes, changes: changes.writing,
      display: display, usesMouse: usesMouse)
    guard isFree else { throw .busy }
    changes.clear()
    // The handlers come first: a signal must not find a raw terminal and no handler.
    let previous =
      Self.handlers.compactMap { replace($0.signal, by: $0.handler) } + CrashSignals.install()
    if isLeftRaw { RawTerminal.reset() }
    guard RawTerminal.enter() else {
      end(previous)
      throw .noTerminal
    }
    return previous
  }

  static func end(_ previous: [Disposition]) {
    RawTerminal.leave()
    for (signal, action) in previous {
      var action = action
      sigaction(signal, &action, nil)
    }
    RawTerminal.release()
  }

  private static let handlers: [(signal: Int32, handler: RawTerminal.Handler)] = [
    (SIGINT, RawTerminal.dieOf), (SIGTERM, RawTerminal.dieOf), (SIGHUP, RawTerminal.dieOf),
    (SIGQUIT, RawTerminal.dieOf), (SIGTSTP, RawTerminal.suspendOn),
    (SIGTTIN, RawTerminal.suspendOn),
    (SIGTTOU, RawTerminal.suspendOn), (SIGCONT, RawTerminal.resumeOn),
    (SIGWINCH, RawTerminal.noteChange),
  ]

  /// Installs a handler, unless the signal is ignored, as under `nohup`.
  private static func replace(
    _ signal: Int32, by handler: @escaping RawTerminal.Handler
  ) -> Disposition? {
    var old = sigaction()
    guard sigaction(signal, nil, &old) == 0, !old.isIgnored else { return nil }
    RawTerminal.handle(signal, handler)
    return (signal, old)
  }
}

extension sigaction {
  /// Whether the signal is thrown away.
  fileprivate var isIgnored: Bool {
    #if canImport(Darwin)
      let handler = __sigaction_u.__sa_handler
    #elseif canImport(Musl)
      let handler = __sa_handler.sa_handler
    #else
      let handler = __sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
