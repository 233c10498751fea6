import Foundation
import TestKit

/// A process started by the tests, with its three descriptors opened by path.
struct Child: Sendable {
  /// How a process ended.
  enum Ending: Sendable, Hashable {
    case status(Int32)
    case signal(Int32)
  }

  struct Failure: Error {
    let code: Int32
  }

  let id: pid_t

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - paths: what standard input, output and error are opened on.
  ///   - ownsTerminal: whether it leads a session of its own, so that a terminal that it opens is its
  ///     controlling terminal.
  init(
    _ program: String, _ arguments: [String], environment: [String: String],
    paths: (input: String, output: String, errors: String), ownsTerminal: Bool = false
  ) throws {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    let mode = O_WRONLY | O_CREAT | O_APPEND
    posix_spawn_file_actions_addopen(
      &actions, STDIN_FILENO, paths.input, ownsTerminal ? O_RDWR : O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, paths.output, mode, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, paths.errors, mode, 0o600)
    // Threads of a test may block or ignore signals that the program relies on.
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    // The C library hides the flag's name from Swift.
    let newSession: Int32 = isDarwin ? 0x0400 : 0x80
    if ownsTerminal { flags |= newSession }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var id: pid_t = -1
    let code = posix_spawn(&id, program, &actions, &attributes, words, variables)
    guard code == 0 else { throw Failure(code: code) }
    self.id = id
  }

  /// Whether it has come to its end.
  var hasEnded: Bool {
    var information = siginfo_t()
    // The end stays there to be asked for.
    let code = waitid(P_PID, id_t(id), &information, WEXITED | WNOHANG | WNOWAIT)
    return code != 0 && errno != EINTR || information.si_signo == SIGCHLD
  }

  /// Waits for the end; a process that has none is killed.
  func ending() throws -> Ending {
    do {
      try wait(for: "the end of a process") { hasEnded }
    } catch {
      send(SIGKILL)
      throw error
    }
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
  }

  func send(_ signal: Int32) { kill(id, signal) }
}

private var isDarwin: Bool {
  #if canImport(Darwin)
    true
  #else
    false
  #endif
}
