#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The file descriptors that a process begins with.
package enum Descriptors {
  /// Keeps the places of standard input, output and error from files, where they were closed.
  ///
  /// What is opened later has the lowest number that is free, and what is written to standard output
  /// would go there. What takes the place fails as what is closed does: it cannot be written to.
  package static func holdClosed() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// How many are enough for the program and for the libraries that it stands on, some of which trap
  /// where there are none.
  private static let enough = 8

  /// Why there are too few left, in the system's words; nil if there are enough.
  package static func shortage() -> String? {
    var opened: [Int32] = []
    defer { for descriptor in opened { close(descriptor) } }
    for _ in 0..<enough {
      let descriptor = open("/", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        let code = errno
        return code == EMFILE || code == ENFILE ? String(cString: strerror(code)) : nil
      }
      opened.append(descriptor)
    }
    return nil
  }
}
