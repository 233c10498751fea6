import Foundation

/// What tells one version of a file from another without reading it.
package struct FileMark: Sendable, Hashable {
  let device: UInt64
  let number: UInt64
  let size: Int64

  /// When it was last written to, in nanoseconds.
  package let written: Int64

  /// When anything about it last changed, in nanoseconds.
  let changed: Int64

  /// The mark of the file at a path now; nil if there is none.
  package static func of(_ path: String) -> FileMark? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let (written, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (written, changed) = (status.st_mtim, status.st_ctim)
    #endif
    return FileMark(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino), size: Int64(status.st_size),
      written: written.nanoseconds, changed: changed.nanoseconds)
  }
}

extension timespec {
  fileprivate var nanoseconds: Int64 {
    Int64(tv_sec).multipliedReportingOverflow(by: 1_000_000_000).partialValue &+ Int64(tv_nsec)
  }
}

/// Tells from looks at a file when it is worth reading again.
///
/// Editors save by writing beside the file and renaming, or by emptying it and writing anew, so a
/// change counts once two looks agree, an empty file only after a while, and a missing one is given
/// time to come back. Times are those since any one moment.
struct FileWatch: Sendable {
  enum Event: Sendable, Hashable {
    /// There is another version, to be read now.
    case changed
    case gone
  }

  /// How long a version has to stay as it is.
  static let settling = Duration.milliseconds(8)

  /// How long a file may be empty or missing before that is believed.
  static let patience = Duration.milliseconds(150)

  /// How long a file that never stays as it is goes unread.
  static let longestWait = Duration.milliseconds(250)

  /// How often to look.
  var interval: Duration { pending == nil ? .milliseconds(20) : .milliseconds(4) }

  /// The version that was read last; nil if the file is known to be gone.
  private var known: FileMark?
  private var pending: Pending?

  /// A difference that is not believed yet.
  private struct Pending: Sendable {
    let begin: Duration
    var mark: FileMark?
    var since: Duration
  }

  /// A watch over a file that has been read, or was missing.
  init(known: FileMark?) { self.known = known }

  /// Takes note of a look at the file.
  mutating func look(_ mark: FileMark?, at now: Duration) -> Event? {
    guard mark != known else {
      pending = nil
      return nil
    }
    var difference = pending ?? Pending(begin: now, mark: mark, since: now)
    if difference.mark != mark { (difference.mark, difference.since) = (mark, now) }
    pending = difference
    let isWhole = mark.map { $0.size > 0 } ?? false
    let settling = isWhole ? Self.settling : Self.patience
    let isOverdue = mark != nil && now - difference.begin >= Self.longestWait
    guard now - difference.since >= settling || isOverdue else { return nil }
    known = mark
    pending = nil
    return mark == nil ? .gone : .changed
  }
}
