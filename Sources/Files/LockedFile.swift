import Foundation

/// An open file that no other program of ours reads or writes meanwhile.
package struct LockedFile {
  /// The largest file that is read, in bytes.
  package static let largest = 1 << 28

  /// How long to wait before asking for a lock again, in microseconds.
  ///
  /// Short, for a program that writes without end leaves it free for moments only.
  private static let pause: UInt32 = 250

  private let file: RegularFile
  private let path: String

  /// What the file is to people: `journal`.
  private let noun: String

  /// Opens a file for reading; nil if there is none.
  package init?(reading path: String, _ noun: String, patience: Duration) throws(FileProblem) {
    let file: RegularFile
    do throws(RegularFile.Problem) {
      file = try RegularFile(path, O_RDONLY)
    } catch {
      if error.code == ENOENT { return nil }
      throw Self.problem("read", path, noun, error)
    }
    try self.init(file, path, noun, lock: LOCK_SH, patience)
  }

  /// Opens a file for appending, and makes it and its folders where there are none.
  package init(appendingTo path: String, _ noun: String, patience: Duration) throws(FileProblem) {
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let file: RegularFile
    do throws(RegularFile.Problem) {
      file = try RegularFile(path, O_RDWR | O_APPEND | O_CREAT, mode: 0o600)
    } catch {
      throw Self.problem("write", path, noun, error)
    }
    try self.init(file, path, noun, lock: LOCK_EX, patience)
  }

  private init(
    _ file: RegularFile, _ path: String, _ noun: String, lock: Int32, _ patience: Duration
  ) throws(FileProblem) {
    self.file = file
    self.path = path
    self.noun = noun
    let end = ContinuousClock.now + patience
    while flock(file.descriptor, lock | LOCK_NB) != 0 {
      let code = errno
      if code == EINTR { continue }
      guard code == EWOULDBLOCK else {
        file.close()
        throw Self.problem("lock", path, noun, RegularFile.Problem(code: code))
      }
      guard ContinuousClock.now < end else {
        file.close()
        throw FileProblem(
          message: "another program is busy with \(PathText.short(path)); try again")
      }
      usleep(Self.pause)
    }
  }

  /// Everything in the file from an offset on.
  package func contents(from offset: Int = 0) throws(FileProblem) -> Data {
    do throws(RegularFile.Problem) {
      return Data(try file.contents(from: offset, atMost: Self.largest))
    } catch {
      throw Self.problem("read", path, noun, error)
    }
  }

  /// Appends data; if that fails, what was there stays as it was.
  ///
  /// - Parameter isSynced: whether to wait until it is on disk, with all that was appended before.
  ///   The beginning of a file is waited for in any case.
  package func append(_ data: Data, isSynced: Bool = true) throws(FileProblem) {
    let size = lseek(file.descriptor, 0, SEEK_END)
    guard size >= 0 else { throw Self.problem("write", path, noun, .init(code: errno)) }
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file.descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 || errno != EINTR {
        throw undone(to: size, RegularFile.Problem(code: count == 0 ? EIO : errno))
      }
    }
    guard isSynced || size == 0 else { return }
    guard fsync(file.descriptor) == 0 else {
      throw undone(to: size, RegularFile.Problem(code: errno))
    }
    if size == 0 { Self.syncFolder(of: path) }
  }

  package func close() { file.close() }

  /// Takes back what was written, and says why.
  private func undone(to size: off_t, _ problem: RegularFile.Problem) -> FileProblem {
    _ = ftruncate(file.descriptor, size)
    return Self.problem("write", path, noun, problem)
  }

  /// Makes sure that a new file can be found again; where folders cannot be synced, that is enough.
  private static func syncFolder(of path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = Foundation.close(descriptor)
  }

  private static func problem(
    _ verb: String, _ path: String, _ noun: String, _ problem: RegularFile.Problem
  ) -> FileProblem {
    let remedy = problem.code == nil ? "; move it away to begin a new \(noun)" : ""
    return FileProblem(verb, path, problem.reason + remedy)
  }
}
