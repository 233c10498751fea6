import Experiments
import Foundation
import Synchronization
import TestKit
import Testing

@testable import Files
@testable import Grading

/// Several writers at once, and writing that fails.
@Suite(.serialized, .mayHang) struct LockedFileTests {
  private static func message(_ work: () throws(Journal.Problem) -> Void) -> String? {
    do throws(Journal.Problem) {
      try work()
      return nil
    } catch {
      return error.message
    }
  }

  /// Threads with descriptors of their own stand for programs: the lock belongs to the open file.
  @Test(arguments: [(2, 60), (8, 25)]) func writersAtOnceLoseNothing(writers: Int, each: Int) throws
  {
    let folder = try ScratchFolder()
    let path = folder.path
    let failures = Mutex<[String]>([])
    let group = DispatchGroup()
    for writer in 0..<writers {
      group.enter()
      Thread.detachNewThread {
        let journal = Journal(folder: path, patience: .seconds(600))
        for section in 0..<each {
          let message = Self.message { () throws(Journal.Problem) in
            try journal.append(.place(lesson: "writer-\(writer)", section: section))
          }
          if let message { failures.withLock { $0.append(message) } }
        }
        group.leave()
      }
    }
    group.wait()
    #expect(failures.withLock { $0 } == [])
    let journal = Journal(folder: path)
    let contents = try journal.read()
    #expect(contents.setAside.isEmpty)
    #expect(contents.count == writers * each)
    for writer in 0..<writers {
      let sections = try journal.entries().compactMap { entry -> Int? in
        guard case .place("writer-\(writer)", let section) = entry.event else { return nil }
        return section
      }
      #expect(sections == Array(0..<each))
    }
  }

  @Test func aLockIsWaitedForAndThenGivenUp() throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path, patience: .milliseconds(60))
    try journal.append(.reset(lesson: nil))
    let before = try folder.data(of: "journal.jsonl")
    let holder = open(journal.path, O_RDONLY)
    #expect(flock(holder, LOCK_EX) == 0)
    let message = Self.message { () throws(Journal.Problem) in
      try journal.append(.reset(lesson: nil))
    }
    #expect(message == "another program is busy with \(journal.path); try again")
    #expect(Self.message { () throws(Journal.Problem) in _ = try journal.read() } == message)
    #expect(try folder.data(of: "journal.jsonl") == before)
    // Long enough for a writer without patience to give up first, on most days.
    Thread.detachNewThread {
      usleep(30_000)
      close(holder)
    }
    let patient = Journal(folder: folder.path, patience: .seconds(600))
    #expect(try patient.append(.reset(lesson: nil)).count == 2)
  }

  @Test func readersWaitForWritersOnly() throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path, patience: .zero)
    try journal.append(.reset(lesson: nil))
    let holder = open(journal.path, O_RDONLY)
    #expect(flock(holder, LOCK_SH) == 0)
    #expect(try journal.read().count == 1)
    let message = Self.message { () throws(Journal.Problem) in
      try journal.append(.reset(lesson: nil))
    }
    #expect(message == "another program is busy with \(journal.path); try again")
    close(holder)
  }

  /// Where the file system knows no locks, everything is done without one, and that is said.
  @Test(arguments: [ENOSYS, EOPNOTSUPP, ENOLCK, EINVAL, EIO, EPERM, EBADF])
  func withoutLocksEverythingIsDone(_ code: Int32) throws {
    let folder = try ScratchFolder()
    let path = folder.path
    let asked = Mutex(0)
    let lock = FileLock { _, _ in
      asked.withLock { $0 += 1 }
      return code
    }
    let journal = Journal(folder: path, lock: lock)
    #expect(
      try journal.append(.reset(lesson: nil)).lockProblem?.message
        == "cannot lock \(journal.path): \(String(cString: strerror(code)))")
    let contents = try journal.read()
    #expect(contents.count == 1 && contents.lockProblem != nil)
    #expect(try journal.reserve("a/b").number == 1)
    #expect(try journal.reserve("a/b").contents.lockProblem != nil)
    #expect(asked.withLock { $0 } == 4)
    #expect(try Journal(folder: path).read().lockProblem == nil)
  }

  /// A lock that is interrupted is asked for again.
  @Test func anInterruptedLockIsAskedForAgain() throws {
    let folder = try ScratchFolder()
    let asked = Mutex(0)
    let lock = FileLock { _, _ in
      asked.withLock { count in
        count += 1
        return count < 4 ? EINTR : 0
      }
    }
    let journal = Journal(folder: folder.path, patience: .zero, lock: lock)
    #expect(try journal.append(.reset(lesson: nil)).lockProblem == nil)
    #expect(asked.withLock { $0 } == 4)
  }

  #if os(Linux)
    /// A disk that is full in the middle of a line: the line is taken back.
    @Test func whatCanNotBeWrittenInFullIsTakenBack() throws {
      let folder = try ScratchFolder()
      let journal = Journal(folder: folder.path)
      try journal.append(.reset(lesson: nil))
      let size = 1 << 22
      var data = try folder.data(of: "journal.jsonl")
      data.append(Data(repeating: 120, count: size - data.count - 1) + Data("\n".utf8))
      try folder.write(data, to: "journal.jsonl")
      var limit = rlimit()
      #expect(getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      let usual = limit
      let handler = signal(SIGXFSZ, SIG_IGN)
      limit.rlim_cur = rlim_t(size + 10)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      let message = Self.message { () throws(Journal.Problem) in
        try journal.append(.reset(lesson: nil))
      }
      limit = usual
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      _ = signal(SIGXFSZ, handler)
      #expect(message == "cannot write \(journal.path): File too large")
      #expect(try folder.data(of: "journal.jsonl") == data)
      #expect(try journal.append(.reset(lesson: nil)).count == 2)
    }
  #endif

  @Test func aFileWithoutEndIsNotReadToIt() throws {
    let folder = try ScratchFolder()
    let path = folder.path + "/large"
    let file = try RegularFile(path, O_RDWR | O_CREAT, mode: 0o600)
    defer { file.close() }
    #expect(ftruncate(file.descriptor, 1 << 40) == 0)
    #expect(throws: RegularFile.Problem.self) { try file.contents(atMost: 1 << 20) }
  }
}
