import Foundation

/// A file that is written whole or not at all.
package enum NewFile {
  /// Writes a file that must not be there yet; on a failure nothing is left.
  package static func write(_ text: String, to path: String, mode: mode_t = 0o644)
    throws(FileProblem)
  {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw problem(path) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let problem = problem(path)
        close(descriptor)
        unlink(path)
        throw problem
      }
      bytes = bytes.dropFirst(count)
    }
    guard close(descriptor) == 0 else {
      let problem = problem(path)
      unlink(path)
      throw problem
    }
  }

  /// What the system has just said about a path.
  static func problem(_ path: String) -> FileProblem {
    FileProblem("write", path, String(cString: strerror(errno)))
  }
}
