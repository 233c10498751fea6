import Experiments
import Foundation

/// A folder of lesson files on disk: somebody else's files, read with care.
package enum LessonFolder {
  /// Why a folder gives no lessons.
  package enum Problem: Error, Hashable {
    case missing(folder: String)
    case notAFolder(folder: String)
    case unreadable(folder: String, reason: String)
    case tooMany(folder: String, count: Int)
    case noLessons(folder: String)
    case tooManyPacks(count: Int)

    /// A folder that is named twice.
    case given(folder: String, again: String)

    /// Two packs of one name.
    case sameName(String, folder: String, other: String)

    /// One line: what is wrong, and what to do.
    package var message: String {
      switch self {
      case .missing(let folder):
        "no folder \(Quoted.path(folder)); name a folder of lessons with --lessons"
      case .notAFolder(let folder):
        "\(Quoted.path(folder)) is not a folder; name a folder of lessons with --lessons"
      case .unreadable(let folder, let reason):
        "cannot read the lessons in \(Quoted.path(folder)): \(reason)"
      case .tooMany(let folder, let count):
        "\(count) Markdown files in \(Quoted.path(folder)) are too many for lessons; "
          + "a pack has at most \(Limits.lessons)"
      case .noLessons(let folder):
        "no lessons in \(Quoted.path(folder)); a lesson is a file such as 01-name.md"
      case .tooManyPacks(let count):
        "\(count) folders of lessons are too many at once; name at most \(Limits.packs)"
      case .given(let folder, let again):
        folder == again
          ? "the lessons in \(Quoted.path(folder)) are given twice; name the folder once"
          : "\(Quoted.path(folder)) and \(Quoted.path(again)) are the same folder; name it once"
      case .sameName(let name, let folder, let other):
        "the packs in \(Quoted.path(folder)) and \(Quoted.path(other)) are both named \(name); "
          + "give one of them another name in its pack.md"
      }
    }
  }

  /// Files of a folder of lessons that are no lessons.
  private static let others: Set = ["README.md", PackFile.fileName]

  /// The Markdown files of a folder by name, but for `README.md` and `pack.md`.
  static func files(in folder: String) throws(Problem) -> [PackedFile] {
    try list(folder).lessons
  }

  /// The Markdown files of a folder by name, and its `pack.md` if it has one.
  static func list(_ folder: String) throws(Problem)
    -> (lessons: [PackedFile], pack: PackedFile?)
  {
    var status = stat()
    guard stat(folder, &status) == 0 else {
      let code = errno
      guard code != ENOENT, code != ENOTDIR else { throw .missing(folder: folder) }
      throw .unreadable(folder: folder, reason: String(cString: strerror(code)))
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(folder: folder) }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .unreadable(folder: folder, reason: reason(error, folder: folder))
    }
    let lessons = names.filter {
      $0.hasSuffix(".md") && !$0.hasPrefix(".") && !others.contains($0)
    }
    guard lessons.count <= Limits.lessons else {
      throw .tooMany(folder: folder, count: lessons.count)
    }
    return (
      lessons.sorted().map { PackedFile(name: $0, folder: folder) },
      names.contains(PackFile.fileName)
        ? PackedFile(name: PackFile.fileName, folder: folder) : nil
    )
  }

  /// Why a folder cannot be listed, in the system's words where it has some.
  private static func reason(_ error: any Error, folder: String) -> String {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return String(cString: strerror(errno)) }
    close(descriptor)
    return (error as NSError).localizedDescription
  }
}
