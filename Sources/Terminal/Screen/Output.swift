#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why text could not be written.
package enum OutputError: Error, Hashable, CustomStringConvertible {
  /// The reader has gone, as when a pipe into `head` ends: a reason to end quietly.
  case closed
  /// The system's error number and what it says.
  case failed(code: Int32, reason: String)

  /// What went wrong, without saying where.
  package var description: String {
    switch self {
    case .closed: "the output was closed"
    case .failed(_, let reason): reason
    }
  }
}

/// A file descriptor that takes whole texts, without a buffer of its own.
package struct Output: Sendable, Hashable {
  /// Where results go.
  package static let standard = Output(descriptor: STDOUT_FILENO)
  /// Where messages go, and what is shown in passing.
  package static let error = Output(descriptor: STDERR_FILENO)

  package let descriptor: Int32

  package init(descriptor: Int32) { self.descriptor = descriptor }

  /// Writes all of the text, in one system call where the system takes it at once.
  ///
  /// A program that calls this ignores broken pipes first (see ``ignoreBrokenPipes()``).
  package func write(_ text: String) throws(OutputError) {
    // The bytes as they stand in the text: it may be long.
    var text = text
    let problem = text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
    if let problem { throw problem }
  }

  /// Whether it takes text now, without a wait: a slow terminal, or one that is held, does not.
  ///
  /// True also where a write would fail, which tells more.
  package var takesText: Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&request, 1, 0) > 0
  }

  private func write(_ bytes: UnsafeRawBufferPointer) -> OutputError? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = systemWrite(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      let code = errno
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if code == EAGAIN {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
      } else if code == EPIPE {
        return .closed
      } else if code != EINTR {
        return .failed(code: code, reason: String(cString: strerror(code)))
      }
    }
    return nil
  }
}

/// Makes a write into a closed pipe an error instead of the end of the program.
package func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

/// The system's `write`, which inside a type that has a `write` of its own needs another name.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
