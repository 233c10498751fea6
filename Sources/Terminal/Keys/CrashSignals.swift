#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The signals of a program that cannot go on, Swift's traps among them.
///
/// Their handler gives the terminal back, puts back what handled the signal before, which may be
/// Swift's backtracer, and raises it again.
enum CrashSignals {
  static let all = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

  /// What handled each before; written only while none of them is handled here.
  nonisolated(unsafe) private static let before = UnsafeMutablePointer<sigaction>.allocate(
    capacity: 6)

  /// Has all of them handled here.
  ///
  /// - Returns: what handled them before.
  static func install() -> [RawMode.Disposition] {
    provideStack()
    let found = all.enumerated().map { index, signal in
      var action = sigaction()
      sigaction(signal, nil, &action)
      (before + index).initialize(to: action)
      return (signal: signal, action: action)
    }
    // Without SA_NODEFER: what is raised again comes when the handler is left, where the program
    // failed, so that a backtrace begins there.
    for signal in all { RawTerminal.handle(signal, crash, flags: Int32(SA_ONSTACK)) }
    return found
  }

  private static let crash: RawTerminal.Handler = { number in
    RawTerminal.leaveDying()
    sigaction(number, before + index(of: number), nil)
    raise(number)
  }

  private static func index(of signal: Int32) -> Int {
    switch signal {
    case SIGILL: 0
    case SIGTRAP: 1
    case SIGABRT: 2
    case SIGBUS: 3
    case SIGFPE: 4
    default: 5
    }
  }

  /// Enough for the handler, and for one that is put back.
  private static let stackSize = 1 << 16
  nonisolated(unsafe) private static let stack = UnsafeMutableRawPointer.allocate(
    byteCount: stackSize, alignment: 16)

  /// Gives this thread a stack for handlers, as its own may be what is used up; one that it has stays.
  private static func provideStack() {
    var old = stack_t()
    guard sigaltstack(nil, &old) == 0, old.ss_flags & Int32(SS_DISABLE) != 0 else { return }
    var new = stack_t()
    new.ss_sp = stack
    new.ss_size = numericCast(stackSize)
    sigaltstack(&new, nil)
  }
}
