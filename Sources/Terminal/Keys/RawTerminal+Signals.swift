import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the signals do while a terminal is raw.
extension RawTerminal {
  typealias Handler = @convention(c) (Int32) -> Void

  /// Whether the next stop is to be that of the whole job.
  private static let stopsJob = Atomic<Bool>(false)
  /// Whether a stop that was asked for is not over yet.
  private static let isStopping = Atomic<Bool>(false)

  static func forgetStop() {
    stopsJob.store(false, ordering: .sequentiallyConsistent)
    isStopping.store(false, ordering: .sequentiallyConsistent)
  }

  /// Ends the process as the signal would have done, with the terminal in order.
  static let dieOf: Handler = { number in
    leaveDying()
    handle(number, SIG_DFL)
    raise(number)
  }

  /// Suspends the process with the terminal in order; returns when it goes on.
  ///
  /// The system discards the stop of a process that no shell would wake again, such as the leader of
  /// a session: no signal then says that it goes on.
  static let suspendOn: Handler = { number in
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
      announceChange()
    }
    isStopping.store(false, ordering: .sequentiallyConsistent)
    errno = code
  }

  /// Takes the terminal again after a stop.
  static let resumeOn: Handler = { _ in
    let code = errno
    isAway.store(false, ordering: .sequentiallyConsistent)
    enter()
    announceChange()
    errno = code
  }

  /// Tells the reader of keys to say that the screen is to be drawn again.
  static let noteChange: Handler = { _ in
    let code = errno
    announceChange()
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

  /// Has a signal handled, also while its handler runs.
  static func handle(_ signal: Int32, _ handler: Handler?) {
    handle(signal, handler, flags: Int32(SA_RESTART) | Int32(SA_NODEFER))
  }

  static func handle(_ signal: Int32, _ handler: Handler?, flags: Int32) {
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #elseif canImport(Musl)
      action.__sa_handler.sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
    action.sa_flags = flags
    sigaction(signal, &action, nil)
  }
}
