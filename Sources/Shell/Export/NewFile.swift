import Exhibits
import Experiments
import Foundation

/// A file that is written whole or not at all.
enum NewFile {
  /// Writes a file that must not be there yet; on a failure nothing is left.
  static func write(_ text: String, to path: String, mode: mode_t = 0o644) throws(Refusal) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw refusal(path) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let refusal = refusal(path)
        close(descriptor)
        unlink(path)
        throw refusal
      }
      bytes = bytes.dropFirst(count)
    }
    guard close(descriptor) == 0 else {
      let refusal = refusal(path)
      unlink(path)
      throw refusal
    }
  }

  /// What the system has just said about a path.
  static func refusal(_ path: String) -> Refusal {
    Refusal("cannot write \(Quoted.path(path)): \(String(cString: strerror(errno)))")
  }
}
