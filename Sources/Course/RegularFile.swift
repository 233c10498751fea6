import Foundation

/// An open file with a beginning and an end: no folder, no device, and nothing to wait for.
struct RegularFile {
  /// Why a file can not be used.
  struct Problem: Error {
    /// The system's number, such as `ENOENT`; nil if the system does not mind.
    let code: Int32?
    let reason: String

    init(_ reason: String) {
      code = nil
      self.reason = reason
    }

    /// What the system has just reported.
    init(code: Int32) {
      self.code = code
      reason = String(cString: strerror(code))
    }
  }

  let descriptor: Int32

  /// Opens a file without waiting, not even for somebody to write into a pipe.
  init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(Problem) {
    descriptor = open(path, flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, mode)
    guard descriptor >= 0 else { throw Problem(code: errno) }
    var kind = stat()
    guard fstat(descriptor, &kind) == 0, kind.st_mode & S_IFMT == S_IFREG else {
      close()
      throw Problem("not a regular file")
    }
  }

  /// Everything in the file, if it is not too much.
  func contents(atMost limit: Int) throws(Problem) -> Data {
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Problem(code: errno) }
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return data }
      if count < 0 {
        if errno == EINTR { continue }
        throw Problem(code: errno)
      }
      data.append(contentsOf: buffer[..<count])
      guard data.count <= limit else { throw Problem("larger than \(limit) bytes") }
    }
  }

  func close() { _ = Foundation.close(descriptor) }
}
