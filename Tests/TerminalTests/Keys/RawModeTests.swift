import Terminal
import TestKit
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A pseudo-terminal with both its ends open.
private struct PseudoTerminal {
  let keyboard: Int32
  let terminal: Int32

  init() throws {
    let pair = try TerminalPair()
    keyboard = pair.keyboard
    terminal = open(pair.path, O_RDWR | O_NOCTTY)
    try #require(terminal >= 0)
  }

  func type(_ text: String) throws { try Output(descriptor: keyboard).write(text) }

  var modes: [UInt] { TerminalPair.modes(of: terminal) }

  /// What was written to the terminal so far.
  ///
  /// It is read up to a mark that is written after it, however long that takes.
  func said() throws -> String {
    let end = Array("\u{4}".utf8)
    try Output(descriptor: terminal).write(String(decoding: end, as: UTF8.self))
    var said: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !said.reversed().starts(with: end.reversed()) {
      let count = read(keyboard, &buffer, buffer.count)
      guard count > 0 else { break }
      said += buffer.prefix(count)
    }
    return String(decoding: said.dropLast(end.count), as: UTF8.self)
  }

  var echoes: Bool {
    var modes = termios()
    tcgetattr(terminal, &modes)
    return modes.c_lflag & tcflag_t(ECHO) != 0
  }

  func close() {
    hangUp()
    #if canImport(Darwin)
      _ = Darwin.close(terminal)
    #else
      _ = Glibc.close(terminal)
    #endif
  }

  func hangUp() {
    #if canImport(Darwin)
      _ = Darwin.close(keyboard)
    #else
      _ = Glibc.close(keyboard)
    #endif
  }
}

/// Serialized, as a process has its signal handlers only once.
@Suite(.serialized, .mayHang) struct RawModeTests {
  private struct Failure: Error {}

  @Test func theModesComeBack() throws {
    let pseudo = try PseudoTerminal()
    defer { pseudo.close() }
    let before = pseudo.modes
    let inside = try withRawMode(pseudo.terminal) { _ in pseudo.modes }
    #expect(inside != before)
    #expect(pseudo.modes == before)
    #expect(throws: Failure.self) {
      try withRawMode(pseudo.terminal) { _ in throw Failure() }
    }
    #expect(pseudo.modes == before)
  }

  private static let displayOn = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[?2004h"
  private static let displayOff =
    "\u{1B}[?2026l\u{1B}[0m\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"
  private static let mouseOn = "\u{1B}[?1002h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l"

  /// What the terminal is told, whichever way the body ends.
  @Test(arguments: [true, false], [true, false])
  func aFullScreenComesAndGoes(_ isFullScreen: Bool, _ usesMouse: Bool) throws {
    let pseudo = try PseudoTerminal()
    defer { pseudo.close() }
    try withRawMode(
      pseudo.terminal, fullScreenOn: isFullScreen ? pseudo.terminal : nil, usesMouse: usesMouse
    ) { _ in
      #expect(mayDraw())
      let isDrawn = try drawOnScreen("drawn")
      #expect(isDrawn == isFullScreen)
    }
    #expect(!mayDraw())
    let isLate = try drawOnScreen("late")
    #expect(!isLate)
    let mouse = usesMouse ? Self.mouseOn : ""
    #expect(
      try pseudo.said()
        == (isFullScreen
          ? "\(Self.displayOn)\(mouse)drawn\(Self.displayOff)" : "\u{1B}[?2004h\u{1B}[?2004l"))
  }

  /// What was last asked for is asked for again when the process goes on.
  @Test func theMouseComesAndGoes() throws {
    let pseudo = try PseudoTerminal()
    defer { pseudo.close() }
    try withRawMode(pseudo.terminal, fullScreenOn: pseudo.terminal, usesMouse: true) { keys in
      setMouse(true)
      setMouse(false)
      setMouse(false)
      kill(getpid(), SIGCONT)
      #expect(keys.next(timeout: .seconds(600)) == .resize)
      setMouse(true)
      kill(getpid(), SIGCONT)
      #expect(keys.next(timeout: .seconds(600)) == .resize)
    }
    setMouse(true)
    let (on, off) = (Self.mouseOn, Self.mouseOff)
    #expect(
      try pseudo.said()
        == "\(Self.displayOn)\(on)\(off)\(Self.displayOn)\(on)\(Self.displayOn)\(on)\(Self.displayOff)"
    )
  }

  /// A session of lines may open a full screen, and goes on behind it.
  @Test func aFullScreenInsideRawMode() async throws {
    let pseudo = try PseudoTerminal()
    defer { pseudo.close() }
    await #expect(throws: RawModeError.noTerminal) {
      try await withFullScreen(on: pseudo.terminal) {}
    }
    try await withRawMode(pseudo.terminal) { _ in
      let isEarly = try drawOnScreen("early")
      #expect(!isEarly)
      try await withFullScreen(on: pseudo.terminal, usesMouse: true) {
        try drawOnScreen("drawn")
        await #expect(throws: RawModeError.busy) {
          try await withFullScreen(on: pseudo.terminal) {}
        }
      }
      let isLate = try drawOnScreen("late")
      #expect(!isLate)
      #expect(!pseudo.echoes)
    }
    #expect(
      try pseudo.said()
        == "\u{1B}[?2004h\(Self.displayOn)\(Self.mouseOn)drawn\(Self.displayOff)\u{1B}[?2004h\u{1B}[?2004l"
    )
    #expect(pseudo.echoes)
  }

  /// What a killed program left is a shell's terminal afterwards.
  @Test func aTerminalThatWasLeftRawIsMadeWhole() throws {
    let pseudo = try PseudoTerminal()
    defer { pseudo.close() }
    let before = pseudo.modes
    var modes = termios()
    tcgetattr(pseudo.terminal, &modes)
    cfmakeraw(&modes)
    tcsetattr(pseudo.terminal, TCSANOW, &modes)
    #expect(!pseudo.echoes)
    try withRawMode(pseudo.terminal) { _ in #expect(!pseudo.echoes) }
    #expect(pseudo.echoes)
    let lines = Set([0, 1, 3])
    for index in lines { #expect(pseudo.modes[index] & before[index] == before[index]) }
    let said = try pseudo.said()
    #expect(said.hasPrefix("\u{1B}[?2026l") && said.contains("\u{1B}[?1002l"))
    #expect(said.contains("\u{1B}[?1047l") && !said.contains("1049"))
  }

  @Test func theModesComeBackAfterWaiting() async throws {
    let pseudo = try PseudoTerminal()
    defer { pseudo.close() }
    let before = pseudo.modes
    let inside = try await withRawMode(pseudo.terminal) { _ in
      await Task.yield()
      return pseudo.modes
    }
    #expect(inside != before)
    #expect(pseudo.modes == before)
  }

  @Test func keysArriveOneByOne() throws {
    let pseudo = try PseudoTerminal()
    defer { pseudo.close() }
    try withRawMode(pseudo.terminal) { keys in
      try pseudo.type("a\u{3}\u{1B}[Aλ\r")
      let expected: [Key] = [.character("a"), .control("c"), .up, .character("λ"), .enter]
      for key in expected { #expect(keys.next(timeout: .seconds(600)) == key) }
      #expect(keys.next(timeout: .milliseconds(10)) == nil)
      try pseudo.type("\u{1B}")
      #expect(keys.next(timeout: .seconds(600)) == .escape)
      try pseudo.type("\u{1B}[200~pasted\u{1B}[201~")
      #expect(keys.next(timeout: .seconds(600)) == .paste("pasted"))
    }
  }

  @Test func aTerminalThatGoesAwayIsTheEnd() throws {
    let pseudo = try PseudoTerminal()
    defer { pseudo.close() }
    try withRawMode(pseudo.terminal) { keys in
      try pseudo.type("x")
      #expect(keys.next(timeout: .seconds(600)) == .character("x"))
      pseudo.hangUp()
      #expect(keys.next(timeout: .seconds(600)) == .endOfInput)
      #expect(keys.next(timeout: .seconds(600)) == .endOfInput)
    }
  }

  @Test func aChangeOfSizeIsAKey() throws {
    let pseudo = try PseudoTerminal()
    defer { pseudo.close() }
    try withRawMode(pseudo.terminal) { keys in
      // To the process: the threads that tests run on may block signals.
      kill(getpid(), SIGWINCH)
      #expect(keys.next(timeout: .seconds(600)) == .resize)
      #expect(keys.next(timeout: .milliseconds(10)) == nil)
    }
  }

  @Test func goingOnAfterAStopMakesItRawAgain() throws {
    let pseudo = try PseudoTerminal()
    defer { pseudo.close() }
    try withRawMode(pseudo.terminal) { keys in
      var modes = termios()
      tcgetattr(pseudo.terminal, &modes)
      modes.c_lflag |= tcflag_t(ECHO | ICANON)
      tcsetattr(pseudo.terminal, TCSANOW, &modes)
      #expect(pseudo.echoes)
      kill(getpid(), SIGCONT)
      #expect(keys.next(timeout: .seconds(600)) == .resize)
      #expect(!pseudo.echoes)
    }
  }

  @Test func signalsAreHandledAsBeforeAfterwards() throws {
    func handler(of signal: Int32) -> Int {
      var action = sigaction()
      sigaction(signal, nil, &action)
      return withUnsafeBytes(of: action) { $0.loadUnaligned(as: Int.self) }
    }
    let pseudo = try PseudoTerminal()
    defer { pseudo.close() }
    for signal in [SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH, SIGILL, SIGSEGV, SIGABRT] {
      let before = handler(of: signal)
      let during = try withRawMode(pseudo.terminal) { _ in handler(of: signal) }
      // What is ignored stays so, as SIGHUP is under nohup.
      let isIgnored = before == unsafeBitCast(SIG_IGN, to: Int.self)
      #expect((during == before) == isIgnored)
      #expect(handler(of: signal) == before)
    }
  }

  @Test func onlyOneTerminalIsRawAtATime() throws {
    let pseudo = try PseudoTerminal()
    defer { pseudo.close() }
    try withRawMode(pseudo.terminal) { _ in
      #expect(throws: RawModeError.busy) { try withRawMode(pseudo.terminal) { _ in } }
      #expect(!pseudo.echoes)
    }
  }

  @Test func whatIsNoTerminalIsRefused() {
    #expect(throws: RawModeError.noTerminal) { try withRawMode(-1) { _ in } }
  }
}
