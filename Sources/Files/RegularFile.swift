import Foundation

/// An open file with a beginning and an end: no folder, no device, and nothing to wait for.
package struct RegularFile {
  /// Why a file cannot be used.
  package struct Problem: Error {
    /// The system's number, such as `ENOENT`; nil if the system does not mind.
    package let code: Int32?
    package let reason: String

    package init(_ reason: String) {
      code = nil
      self.reason = reason
    }

    /// What the system has just reported.
    package init(code: Int32) {
      self.code = code
      reason = String(cString: strerror(code))
    }
  }

  package let descriptor: Int32

  /// The file's size when it was opened, in bytes.
  private let size: Int

  /// Opens a file without waiting, not even for somebody to write into a pipe.
  package init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(Problem) {
    descriptor = open(path, flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, mode)
    guard descriptor >= 0 else { throw Problem(code: errno) }
    var kind = stat()
    guard fstat(descriptor, &kind) == 0, kind.st_mode & S_IFMT == S_IFREG else {
      _ = Foundation.close(descriptor)
      throw Problem("not a regular file")
    }
    size = Int(kind.st_size)
  }

  /// Everything in the file from an offset on, if the file is not too large.
  package func contents(from offset: Int = 0, atMost limit: Int) throws(Problem) -> [UInt8] {
    guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw Problem(code: errno) }
    var bytes: [UInt8] = []
    // One byte more than the file has shows its end; a file that grows meanwhile takes more rounds.
    var failure: Int32 = 0
    var room = max(0, min(size, limit) - offset) + 1
    while true {
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        repeat {
          count = systemRead(descriptor, buffer.baseAddress, room)
        } while count < 0 && errno == EINTR
        failure = count < 0 ? errno : 0
        count = max(0, count)
      }
      if failure != 0 { throw Problem(code: failure) }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      guard bytes.count <= limit - offset else { throw Problem("larger than \(limit) bytes") }
      room = 1 << 16
    }
  }

  /// How many bytes are read at a time where not all are needed at once.
  private static let piece = 1 << 17

  /// Hands over everything in the file, piece by piece in order, if the file is not too large.
  ///
  /// - Returns: how many bytes there were.
  package func read(atMost limit: Int, _ body: (UnsafeRawBufferPointer) -> Void) throws(Problem)
    -> Int
  {
    guard size <= limit else { throw Problem("larger than \(limit) bytes") }
    guard lseek(descriptor, 0, SEEK_SET) >= 0 else { throw Problem(code: errno) }
    var buffer = [UInt8](repeating: 0, count: Self.piece)
    var total = 0
    while true {
      let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        total += count
        buffer.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      } else if count == 0 {
        return total
      } else if errno != EINTR {
        throw Problem(code: errno)
      }
    }
  }

  package func close() { _ = Foundation.close(descriptor) }
}

/// The system's `read`, which inside a type that has a `read` of its own needs another name.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
  read(descriptor, bytes, count)
}
