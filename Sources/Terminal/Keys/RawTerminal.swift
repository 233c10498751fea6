import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The one terminal that is in raw mode.
///
/// A signal handler can be given nothing, so what it needs lies here: atomics, and modes that are
/// written only while no handler is installed. What handlers call asks for nothing but what POSIX
/// lists as safe in a handler (`tcgetpgrp`, `getpgrp`, `tcsetattr`, `tcflush`, `poll`, `write`,
/// `sigaction`, `raise`, `kill`).
enum RawTerminal {
  /// The terminal's descriptor; -1 when none is raw.
  private static let terminal = Atomic<Int32>(-1)
  /// Where a change is announced.
  private static let changes = Atomic<Int32>(-1)
  /// The screen that is drawn all over; -1 for none.
  private static let display = Atomic<Int32>(-1)
  /// Whether the screen's terminal is to tell of the mouse.
  private static let usesMouse = Atomic<Bool>(false)
  /// Whether there is something to undo.
  private static let isEntered = Atomic<Bool>(false)
  /// Whether all is done, so that something may be drawn.
  private static let isReady = Atomic<Bool>(false)
  /// Whether the process dies, and must not take the terminal again.
  private static let isDying = Atomic<Bool>(false)
  /// Whether the terminal has its own modes while the process stops.
  static let isAway = Atomic<Bool>(false)
  /// Whether Control-C and the like signal although the terminal is raw.
  private static let signals = Atomic<Bool>(false)
  /// The modes before, those of raw mode, and those of raw mode with signals.
  nonisolated(unsafe) private static let cooked = UnsafeMutablePointer<termios>.allocate(
    capacity: 1)
  nonisolated(unsafe) private static let raw = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  nonisolated(unsafe) private static let signalling = UnsafeMutablePointer<termios>.allocate(
    capacity: 1)

  /// Remembers the terminal, if there is none yet.
  ///
  /// - Parameters:
  ///   - modes: those that it gets back.
  ///   - screen: the descriptor of a screen to be drawn all over; -1 for none.
  static func claim(
    _ descriptor: Int32, modes: termios, changes writing: Int32, display screen: Int32,
    usesMouse mouse: Bool
  ) -> Bool {
    let claimed = terminal.compareExchange(
      expected: -1, desired: descriptor, ordering: .sequentiallyConsistent)
    guard claimed.exchanged else { return false }
    changes.store(writing, ordering: .sequentiallyConsistent)
    display.store(screen, ordering: .sequentiallyConsistent)
    usesMouse.store(mouse, ordering: .sequentiallyConsistent)
    isEntered.store(false, ordering: .sequentiallyConsistent)
    isReady.store(false, ordering: .sequentiallyConsistent)
    isDying.store(false, ordering: .sequentiallyConsistent)
    isAway.store(false, ordering: .sequentiallyConsistent)
    signals.store(false, ordering: .sequentiallyConsistent)
    cooked.initialize(to: modes)
    raw.initialize(to: modes.raw)
    signalling.initialize(to: modes.raw)
    signalling.pointee.c_lflag |= tcflag_t(ISIG)
    forgetStop()
    return true
  }

  static func release() { terminal.store(-1, ordering: .sequentiallyConsistent) }

  /// Makes the terminal raw, has it mark what is pasted, and takes the screen.
  ///
  /// A background job must not touch the terminal, and one that dies must not take it again.
  @discardableResult static func enter() -> Bool {
    let descriptor = terminal.load(ordering: .sequentiallyConsistent)
    guard descriptor >= 0, !isDying.load(ordering: .sequentiallyConsistent) else { return false }
    // Before anything is done, so that a signal in the middle of it finds something to undo.
    isEntered.store(true, ordering: .sequentiallyConsistent)
    guard isOwner(of: descriptor), tcsetattr(descriptor, TCSANOW, modes) == 0 else {
      isEntered.store(false, ordering: .sequentiallyConsistent)
      isReady.store(false, ordering: .sequentiallyConsistent)
      return false
    }
    announce()
    isReady.store(true, ordering: .sequentiallyConsistent)
    return true
  }

  /// Gives the terminal back its screen and the modes it had, once.
  static func leave() {
    isReady.store(false, ordering: .sequentiallyConsistent)
    let descriptor = terminal.load(ordering: .sequentiallyConsistent)
    guard descriptor >= 0, isEntered.load(ordering: .sequentiallyConsistent) else { return }
    if isOwner(of: descriptor) {
      let screen = display.load(ordering: .sequentiallyConsistent)
      if screen >= 0 {
        send(TerminalCodes.displayOff, to: screen, atAnyPrice: true)
      } else {
        send(TerminalCodes.pasteOff, to: descriptor, atAnyPrice: true)
      }
      tcsetattr(descriptor, TCSANOW, cooked)
    }
    // After everything is done, so that a signal in the middle of it does it again.
    isEntered.store(false, ordering: .sequentiallyConsistent)
  }

  /// Gives the terminal back for good: whatever comes, the process does not take it again.
  static func leaveDying() {
    isDying.store(true, ordering: .sequentiallyConsistent)
    leave()
  }

  /// Writes what a terminal is told when it is taken.
  private static func announce() {
    let screen = display.load(ordering: .sequentiallyConsistent)
    guard screen >= 0 else {
      return send(TerminalCodes.pasteOn, to: terminal.load(ordering: .sequentiallyConsistent))
    }
    send(TerminalCodes.displayOn, to: screen)
    if usesMouse.load(ordering: .sequentiallyConsistent) { send(TerminalCodes.mouseOn, to: screen) }
  }

  /// Tells the reader of keys to say that the screen is to be drawn again.
  static func announceChange() {
    var byte: UInt8 = 1
    _ = write(changes.load(ordering: .sequentiallyConsistent), &byte, 1)
  }

  /// The modes of raw mode as it is wanted now.
  private static var modes: UnsafeMutablePointer<termios> {
    signals.load(ordering: .sequentiallyConsistent) ? signalling : raw
  }

  /// How long a terminal that takes nothing may hold up the end of a process.
  private static let patience: Int32 = 1000

  /// - Parameter atAnyPrice: whether what is on its way to a terminal that takes nothing, such as one
  ///   behind a slow line, is thrown away for them.
  static func send(_ codes: StaticString, to descriptor: Int32, atAnyPrice: Bool = false) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    if poll(&request, 1, Self.patience) <= 0 {
      guard atAnyPrice, tcflush(descriptor, TCOFLUSH) == 0, poll(&request, 1, 0) > 0 else { return }
    }
    _ = write(descriptor, codes.utf8Start, codes.utf8CodeUnitCount)
  }

  /// Whether the terminal is not another job's.
  static func isOwner(of descriptor: Int32) -> Bool {
    let owner = tcgetpgrp(descriptor)
    return owner < 0 || owner == getpgrp()
  }
}

extension RawTerminal {
  /// Whether a terminal is raw.
  static var isClaimed: Bool { terminal.load(ordering: .sequentiallyConsistent) >= 0 }

  /// Undoes what a program that was killed has left on.
  static func reset() {
    let descriptor = terminal.load(ordering: .sequentiallyConsistent)
    if isOwner(of: descriptor) { send(TerminalCodes.reset, to: descriptor) }
  }

  /// Whether what is drawn now lands where it belongs.
  static var mayDraw: Bool {
    isReady.load(ordering: .sequentiallyConsistent)
      && isOwner(of: terminal.load(ordering: .sequentiallyConsistent))
  }

  /// The screen that is drawn all over, if there is one and it may be drawn on now.
  static var screen: Int32? {
    let screen = display.load(ordering: .sequentiallyConsistent)
    return screen >= 0 && mayDraw ? screen : nil
  }

  /// Whether a terminal that was raw is another job's, or was when it was last wanted.
  static var isElsewhere: Bool {
    terminal.load(ordering: .sequentiallyConsistent) >= 0
      && !isAway.load(ordering: .sequentiallyConsistent) && !mayDraw
  }

  /// Takes the terminal again from the job that had it, once that has given it back.
  static func takeBack() -> Bool {
    isOwner(of: terminal.load(ordering: .sequentiallyConsistent)) && enter()
  }

  /// Has the terminal tell of the mouse, or no more.
  static func setMouse(_ isWanted: Bool) {
    guard usesMouse.exchange(isWanted, ordering: .sequentiallyConsistent) != isWanted,
      let screen
    else { return }
    send(isWanted ? TerminalCodes.mouseOn : TerminalCodes.mouseOff, to: screen)
  }

  /// Takes a screen to draw all over while the terminal is raw already.
  ///
  /// - Returns: false where none is raw, or one has a screen.
  static func show(on screen: Int32, usesMouse mouse: Bool) -> Bool {
    guard terminal.load(ordering: .sequentiallyConsistent) >= 0,
      display.load(ordering: .sequentiallyConsistent) < 0
    else { return false }
    usesMouse.store(mouse, ordering: .sequentiallyConsistent)
    display.store(screen, ordering: .sequentiallyConsistent)
    if mayDraw { announce() }
    return true
  }

  /// Gives that screen back; the terminal stays raw.
  static func hide() {
    if let screen { send(TerminalCodes.displayOff, to: screen, atAnyPrice: true) }
    usesMouse.store(false, ordering: .sequentiallyConsistent)
    display.store(-1, ordering: .sequentiallyConsistent)
    if mayDraw { announce() }
  }

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
}
