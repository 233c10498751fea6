import Experiments
import Foundation

/// An open file that no other program of ours reads or writes meanwhile.
struct LockedFile {
  /// The largest journal that is read, in bytes.
  static let largest = 1 << 28

  /// How long another program's lock is waited for, in tenths of a second.
  static let patience = 50

  private let descriptor: Int32
  private let path: String

  /// Opens a file for reading; nil if there is none.
  init?(reading path: String) throws(Journal.Problem) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT { return nil }
    try self.init(descriptor, path, lock: LOCK_SH, verb: "read")
  }

  /// Opens a file for appending, and makes it and its folders where there are none.
  init(appendingTo path: String) throws(Journal.Problem) {
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    try self.init(descriptor, path, lock: LOCK_EX, verb: "write")
  }

  private init(_ descriptor: Int32, _ path: String, lock: Int32, verb: String)
    throws(Journal.Problem)
  {
    self.descriptor = descriptor
    self.path = path
    guard descriptor >= 0 else { throw Self.problem(verb, path) }
    var kind = stat()
    guard fstat(descriptor, &kind) == 0, kind.st_mode & S_IFMT == S_IFREG else {
      close()
      throw Journal.Problem(message: "\(Quoted.path(path)) is not a file")
    }
    for _ in 0..<Self.patience {
      if flock(descriptor, lock | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
      usleep(100_000)
    }
    let problem = Self.problem("lock", path)
    close()
    throw problem
  }

  /// Everything in the file.
  func contents() throws(Journal.Problem) -> Data {
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.problem("read", path) }
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return data }
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.problem("read", path)
      }
      data.append(contentsOf: buffer[..<count])
      guard data.count <= Self.largest else {
        throw Journal.Problem(
          message: "\(Quoted.path(path)) is larger than \(Self.largest) bytes; move it away")
      }
    }
  }

  /// Appends data and waits until it is on disk; if that fails, what was there stays as it was.
  func append(_ data: Data) throws(Journal.Problem) {
    let size = lseek(descriptor, 0, SEEK_END)
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let problem = Self.problem("write", path)
        if size >= 0 { _ = ftruncate(descriptor, size) }
        throw problem
      }
    }
    guard fsync(descriptor) == 0 else { throw Self.problem("write", path) }
  }

  func close() { _ = Foundation.close(descriptor) }

  private static func problem(_ verb: String, _ path: String) -> Journal.Problem {
    Journal.Problem(
      message: "can not \(verb) \(Quoted.path(path)): \(String(cString: strerror(errno)))")
  }
}
