import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The one terminal that is in raw mode, and the signal handlers that look after it.
///
/// A signal handler can be given nothing, so what it needs lies here: atomics, and modes that are
/// written only while no handler is installed. The handlers call nothing but what POSIX lists as safe
/// in a handler (`tcgetpgrp`, `getpgrp`, `tcsetattr`, `write`, `sigaction`, `raise`).
enum RawTerminal {
  /// The terminal's descriptor; -1 when none is raw.
  private static let terminal = Atomic<Int32>(-1)
  /// Where a change is announced.
  private static let changes = Atomic<Int32>(-1)
  /// The screen that is drawn all over; -1 for none.
  private static let display = Atomic<Int32>(-1)
  /// The modes before and those of raw mode.
  nonisolated(unsafe) private static let cooked = UnsafeMutablePointer<termios>.allocate(
    capacity: 1)
  nonisolated(unsafe) private static let raw = UnsafeMutablePointer<termios>.allocate(capacity: 1)

  // Computed, as a stored one may be initialized when a handler first asks for it.
  private static var pasteOn: StaticString { "\u{1B}[?2004h" }
  private static var pasteOff: StaticString { "\u{1B}[?2004l" }
  /// The alternate screen without a cursor.
  private static var displayOn: StaticString { "\u{1B}[?1049h\u{1B}[?25l" }
  /// Also ends an update that a signal may have cut short.
  private static var displayOff: StaticString { "\u{1B}[?2026l\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l" }

  /// Remembers the terminal, if there is none yet.
  ///
  /// - Parameter screen: the descriptor of a screen to be drawn all over; -1 for none.
  static func claim(
    _ descriptor: Int32, modes: termios, changes writing: Int32, display screen: Int32
  ) -> Bool {
    let claimed = terminal.compareExchange(
      expected: -1, desired: descriptor, ordering: .sequentiallyConsistent)
    guard claimed.exchanged else { return false }
    changes.store(writing, ordering: .sequentiallyConsistent)
    display.store(screen, ordering: .sequentiallyConsistent)
    cooked.initialize(to: modes)
    raw.initialize(to: modes.raw)
    return true
  }

  static func release() { terminal.store(-1, ordering: .sequentiallyConsistent) }

  /// Makes the terminal raw, and has it mark what is pasted.
  @discardableResult static func enter() -> Bool { set(raw, pasteOn, displayOn) }

  /// Gives the terminal back the modes it had.
  @discardableResult static func leave() -> Bool { set(cooked, pasteOff, displayOff) }

  /// Ends the process as the signal would have done, with the terminal in order.
  static let dieOf: @convention(c) (Int32) -> Void = { number in
    leave()
    handle(number, SIG_DFL)
    raise(number)
  }

  /// Suspends the process with the terminal in order; returns when it goes on.
  static let suspendOn: @convention(c) (Int32) -> Void = { number in
    let code = errno
    leave()
    handle(number, SIG_DFL)
    raise(number)
    handle(number, suspendOn)
    errno = code
  }

  /// Takes the terminal again after a stop.
  static let resumeOn: @convention(c) (Int32) -> Void = { number in
    let code = errno
    enter()
    noteChange(number)
    errno = code
  }

  /// Tells the reader of keys to say that the screen is to be drawn again.
  static let noteChange: @convention(c) (Int32) -> Void = { _ in
    let code = errno
    var byte: UInt8 = 1
    _ = write(changes.load(ordering: .sequentiallyConsistent), &byte, 1)
    errno = code
  }

  /// Has a signal handled, also while its handler runs.
  static func handle(_ signal: Int32, _ handler: (@convention(c) (Int32) -> Void)?) {
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #elseif canImport(Musl)
      action.__sa_handler.sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
    action.sa_flags = Int32(SA_RESTART) | Int32(SA_NODEFER)
    sigaction(signal, &action, nil)
  }

  /// Sets the modes, unless another job has the terminal now.
  private static func set(
    _ modes: UnsafeMutablePointer<termios>, _ announcement: StaticString,
    _ screenful: StaticString
  ) -> Bool {
    let descriptor = terminal.load(ordering: .sequentiallyConsistent)
    guard descriptor >= 0 else { return false }
    let owner = tcgetpgrp(descriptor)
    guard owner < 0 || owner == getpgrp() else { return false }
    guard tcsetattr(descriptor, TCSANOW, modes) == 0 else { return false }
    _ = write(descriptor, announcement.utf8Start, announcement.utf8CodeUnitCount)
    let screen = display.load(ordering: .sequentiallyConsistent)
    if screen >= 0 { _ = write(screen, screenful.utf8Start, screenful.utf8CodeUnitCount) }
    return true
  }
}

extension termios {
  /// The modes with every key handed over as it comes, and output as before.
  fileprivate var raw: termios {
    var modes = self
    modes.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INLCR | IGNCR | ISTRIP | IXON)
    modes.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
    withUnsafeMutableBytes(of: &modes.c_cc) {
      $0[Int(VMIN)] = 1
      $0[Int(VTIME)] = 0
    }
    return modes
  }
}
