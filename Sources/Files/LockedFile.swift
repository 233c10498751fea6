import Foundation

/// An open file that no other program of ours reads or writes meanwhile, where the file system has
/// locks.
package struct LockedFile {
  /// The largest file that is read, in bytes.
  package static let largest = 1 << 32

  /// How long to wait before asking for a lock again, in microseconds.
  ///
  /// Short, for a program that writes without end leaves it free for moments only.
  private static let pause: UInt32 = 250

  private let file: RegularFile
  private let path: String

  /// What the file is to people: `journal`.
  private let noun: String

  /// Why the file is used without a lock; nil where there is one.
  package let lockProblem: FileProblem?

  /// Opens a file for reading; nil if there is none.
  package init?(
    reading path: String, _ noun: String, patience: Duration, lock: FileLock = .system
  ) throws(FileProblem) {
    let file: RegularFile
    do throws(RegularFile.Problem) {
      file = try RegularFile(path, O_RDONLY)
    } catch {
      if error.code == ENOENT { return nil }
      throw Self.problem("read", path, noun, error)
    }
    try self.init(file, path, noun, LOCK_SH, patience, lock)
  }

  /// Opens a file for appending, and makes it and its folders where there are none.
  package init(
    appendingTo path: String, _ noun: String, patience: Duration, lock: FileLock = .system
  ) throws(FileProblem) {
    let file: RegularFile
    do throws(RegularFile.Problem) {
      file = try Self.opened(path)
    } catch {
      throw Self.problem("write", path, noun, error)
    }
    try self.init(file, path, noun, LOCK_EX, patience, lock)
  }

  /// A file opened for appending.
  ///
  /// Its folders are looked at only if it cannot be opened, so that what is said then is what the
  /// system has said of the first step that failed.
  private static func opened(_ path: String) throws(RegularFile.Problem) -> RegularFile {
    let flags = O_RDWR | O_APPEND | O_CREAT
    do throws(RegularFile.Problem) {
      return try RegularFile(path, flags, mode: 0o600)
    } catch {
      guard error.code == ENOENT else { throw error }
      let code = NewFolder.make(NewFolder.parent(of: path))
      guard code == 0 else { throw RegularFile.Problem(code: code) }
    }
    return try RegularFile(path, flags, mode: 0o600)
  }

  private init(
    _ file: RegularFile, _ path: String, _ noun: String, _ operation: Int32,
    _ patience: Duration, _ lock: FileLock
  ) throws(FileProblem) {
    self.file = file
    self.path = path
    self.noun = noun
    let end = ContinuousClock.now + patience
    while true {
      let code = lock.ask(file.descriptor, operation | LOCK_NB)
      guard code == EWOULDBLOCK || code == EINTR else {
        // A file system without locks is no reason to do without the file.
        lockProblem = code == 0 ? nil : Self.problem("lock", path, noun, .init(code: code))
        return
      }
      guard code == EINTR || ContinuousClock.now < end else {
        file.close()
        throw FileProblem(
          message: "another program is busy with \(PathText.short(path)); try again",
          isPassing: true)
      }
      if code != EINTR { usleep(Self.pause) }
    }
  }

  /// Hands over every line in turn.
  ///
  /// - Returns: how many bytes they have, line ends included.
  package func lines(_ body: (LineCutter.Line) -> Void) throws(FileProblem) -> Int {
    var cutter = LineCutter()
    let count: Int
    do throws(RegularFile.Problem) {
      count = try file.read(atMost: Self.largest) { cutter.take($0, body) }
    } catch {
      throw Self.problem("read", path, noun, error)
    }
    cutter.end(body)
    return count
  }

  /// What tells the file as it is from every other, and from itself once anything was changed in it.
  package struct Mark: Sendable, Hashable {
    private let device: UInt64
    private let number: UInt64
    private let seconds: Int
    private let nanoseconds: Int

    /// How many bytes there are.
    package let size: Int

    fileprivate init(_ status: stat) {
      #if canImport(Darwin)
        let changed = status.st_ctimespec
      #else
        let changed = status.st_ctim
      #endif
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
      seconds = Int(changed.tv_sec)
      nanoseconds = Int(changed.tv_nsec)
      size = Int(status.st_size)
    }
  }

  /// The file's mark now; nil if the system does not tell.
  package var mark: Mark? {
    var status = stat()
    return fstat(file.descriptor, &status) == 0 ? Mark(status) : nil
  }

  /// Appends data; if that fails, what was there stays as it was.
  ///
  /// Without a lock the beginning of a line may stay behind it then, as somebody else may have written
  /// after that.
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
    guard fsync(file.descriptor) == 0 || Self.isUnknownSync(errno) else {
      throw undone(to: size, RegularFile.Problem(code: errno))
    }
    if size == 0 { Self.syncFolder(of: path) }
  }

  /// Whether the file system does not know how to sync, with which what is written is kept as well as
  /// it keeps anything.
  static func isUnknownSync(_ code: Int32) -> Bool {
    [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(code)
  }

  package func close() { file.close() }

  /// Takes back what was written, and says why.
  private func undone(to size: off_t, _ problem: RegularFile.Problem) -> FileProblem {
    if lockProblem == nil { _ = ftruncate(file.descriptor, size) }
    return Self.problem("write", path, noun, problem)
  }

  /// Makes sure that a new file can be found again; where folders cannot be synced, that is enough.
  private static func syncFolder(of path: String) {
    let folder = NewFolder.parent(of: path)
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = Foundation.close(descriptor)
  }

  private static func problem(
    _ verb: String, _ path: String, _ noun: String, _ problem: RegularFile.Problem
  ) -> FileProblem {
    var remedy = ""
    switch problem.code {
    case nil, EISDIR: remedy = "; move it away to begin a new \(noun)"
    case EACCES, EPERM: if let owner = otherOwner(of: path) { remedy = "; it belongs to \(owner)" }
    default: break
    }
    return FileProblem(verb, path, problem.reason + remedy)
  }

  /// The owner of a file that is somebody else's.
  private static func otherOwner(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_uid != geteuid() else { return nil }
    return getpwuid(status.st_uid).map { String(cString: $0.pointee.pw_name) }
      ?? "user \(status.st_uid)"
  }
}
