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
/// in a handler (`tcgetpgrp`, `getpgrp`, `tcsetattr`, `write`, `sigaction`, `raise`, `kill`).
enum RawTerminal {
  /// The terminal's descriptor; -1 when none is raw.
  private static let terminal = Atomic<Int32>(-1)
  /// Where a change is announced.
  private static let changes = Atomic<Int32>(-1)
  /// The screen that is drawn all over; -1 for none.
  private static let display = Atomic<Int32>(-1)
  /// Whether the terminal has its own modes while the process stops.
  private static let isAway = Atomic<Bool>(false)
  /// Whether the next stop is to be that of the whole job.
  private static let stopsJob = Atomic<Bool>(false)
  /// Whether a stop that was asked for is not over yet.
  private static let isStopping = Atomic<Bool>(false)
  /// Whether Control-C and the like signal although the terminal is raw.
  private static let signals = Atomic<Bool>(false)
  /// The modes before, those of raw mode, and those of raw mode with signals.
  nonisolated(unsafe) private static let cooked = UnsafeMutablePointer<termios>.allocate(
    capacity: 1)
  nonisolated(unsafe) private static let raw = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  nonisolated(unsafe) private static let signalling = UnsafeMutablePointer<termios>.allocate(
    capacity: 1)

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
    isAway.store(false, ordering: .sequentiallyConsistent)
    stopsJob.store(false, ordering: .sequentiallyConsistent)
    isStopping.store(false, ordering: .sequentiallyConsistent)
    signals.store(false, ordering: .sequentiallyConsistent)
    cooked.initialize(to: modes)
    raw.initialize(to: modes.raw)
    signalling.initialize(to: modes.raw)
    signalling.pointee.c_lflag |= tcflag_t(ISIG)
    return true
  }

  static func release() { terminal.store(-1, ordering: .sequentiallyConsistent) }

  /// Makes the terminal raw, and has it mark what is pasted.
  @discardableResult static func enter() -> Bool { set(modes, pasteOn, displayOn) }

  /// Gives the terminal back the modes it had.
  @discardableResult static func leave() -> Bool { set(cooked, pasteOff, displayOff) }

  /// Has Control-C, Control-Z and the like signal, or be keys again.
  ///
  /// - Returns: whether that is new, and a terminal is raw at all.
  static func setSignals(_ isWanted: Bool, at descriptor: Int32) -> Bool {
    guard terminal.load(ordering: .sequentiallyConsistent) == descriptor,
      signals.exchange(isWanted, ordering: .sequentiallyConsistent) != isWanted
    else { return false }
    // A background job must not touch the modes; it gets them when it comes back.
    if isOwner(of: descriptor) { tcsetattr(descriptor, TCSANOW, modes) }
    return true
  }

  /// The modes of raw mode as it is wanted now.
  private static var modes: UnsafeMutablePointer<termios> {
    signals.load(ordering: .sequentiallyConsistent) ? signalling : raw
  }

  /// Ends the process as the signal would have done, with the terminal in order.
  static let dieOf: @convention(c) (Int32) -> Void = { number in
    leave()
    handle(number, SIG_DFL)
    raise(number)
  }

  /// Suspends the process with the terminal in order; returns when it goes on.
  ///
  /// The system discards the stop of a process that no shell would wake again, such as the leader of
  /// a session: no signal then says that it goes on.
  static let suspendOn: @convention(c) (Int32) -> Void = { number in
    let code = errno
    if !isAway.exchange(true, ordering: .sequentiallyConsistent) { leave() }
    handle(number, SIG_DFL)
    if stopsJob.exchange(false, ordering: .sequentiallyConsistent) {
      kill(0, number)
    } else {
      raise(number)
    }
    handle(number, suspendOn)
    if isAway.exchange(false, ordering: .sequentiallyConsistent) {
      enter()
      noteChange(number)
    }
    isStopping.store(false, ordering: .sequentiallyConsistent)
    errno = code
  }

  /// Takes the terminal again after a stop.
  static let resumeOn: @convention(c) (Int32) -> Void = { number in
    let code = errno
    isAway.store(false, ordering: .sequentiallyConsistent)
    enter()
    noteChange(number)
    errno = code
  }

  /// Stops this process and then the others of its job.
  ///
  /// In this order, as the shell may take the terminal back as soon as another has stopped. The signal
  /// may be another thread's, and nothing should be drawn before it has come; one that is ignored or
  /// blocked never does.
  static func suspendJob() {
    stopsJob.store(true, ordering: .sequentiallyConsistent)
    isStopping.store(true, ordering: .sequentiallyConsistent)
    kill(getpid(), SIGTSTP)
    for _ in 0..<100 where isStopping.load(ordering: .sequentiallyConsistent) { usleep(1000) }
    stopsJob.store(false, ordering: .sequentiallyConsistent)
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
    guard isOwner(of: descriptor), tcsetattr(descriptor, TCSANOW, modes) == 0 else { return false }
    _ = write(descriptor, announcement.utf8Start, announcement.utf8CodeUnitCount)
    let screen = display.load(ordering: .sequentiallyConsistent)
    if screen >= 0 { _ = write(screen, screenful.utf8Start, screenful.utf8CodeUnitCount) }
    return true
  }

  /// Whether the terminal is not another job's.
  private static func isOwner(of descriptor: Int32) -> Bool {
    let owner = tcgetpgrp(descriptor)
    return owner < 0 || owner == getpgrp()
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
