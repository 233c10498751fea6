import Experiments
import Foundation

/// A folder of lesson files on disk: somebody else's files, read with care.
package enum LessonFolder {
  /// The largest lesson that is read, in bytes.
  package static let largestFile = 1 << 20

  /// The most lessons that a folder may hold.
  package static let mostFiles = 1000

  /// Why a folder gives no lessons.
  package enum Problem: Error, Hashable {
    case missing(folder: String)
    case notAFolder(folder: String)
    case unreadable(folder: String, reason: String)
    case tooMany(folder: String, count: Int)
    case noLessons(folder: String)

    /// One line: what is wrong, and what to do.
    package var message: String {
      switch self {
      case .missing(let folder):
        "no folder \(Quoted.path(folder)); name a folder of lessons with --lessons"
      case .notAFolder(let folder):
        "\(Quoted.path(folder)) is not a folder; name a folder of lessons with --lessons"
      case .unreadable(let folder, let reason):
        "can not read the lessons in \(Quoted.path(folder)): \(reason)"
      case .tooMany(let folder, let count):
        "\(count) Markdown files in \(Quoted.path(folder)) are too many for lessons; "
          + "name a folder of lessons with --lessons"
      case .noLessons(let folder):
        "no lessons in \(Quoted.path(folder)); a lesson is a file such as 01-name.md"
      }
    }
  }

  /// A lesson file.
  struct File {
    let name: String
    let path: String

    /// The file's text, or why it can not be had.
    func text() -> Result<String, LessonFault> {
      func fault(_ line: Int, _ column: Int, _ message: String) -> Result<String, LessonFault> {
        .failure(LessonFault(file: path, line: line, column: column, message: message))
      }
      let data: Data
      do throws(RegularFile.Problem) {
        let file = try RegularFile(path, O_RDONLY)
        defer { file.close() }
        data = try file.contents(atMost: largestFile)
      } catch {
        return fault(
          1, 1,
          "can not be read: \(error.reason); "
            + "a lesson is a readable text file of at most \(largestFile) bytes")
      }
      if let text = String(validating: data, as: UTF8.self) { return .success(text) }
      let lines = SourceLines.split(LessonFolder.validBeginning(of: data))
      return fault(
        lines.count, (lines.last?.count ?? 0) + 1,
        "not valid UTF-8 from here on; save the file as UTF-8")
    }
  }

  /// Files of a folder of lessons that are no lessons.
  private static let others: Set = ["README.md", "pack.md"]

  /// The Markdown files of a folder by name, but for `README.md` and `pack.md`.
  static func files(in folder: String) throws(Problem) -> [File] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw .missing(folder: folder)
    }
    guard isFolder.boolValue else { throw .notAFolder(folder: folder) }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .unreadable(folder: folder, reason: reason(error, folder: folder))
    }
    let lessons = names.filter {
      $0.hasSuffix(".md") && !$0.hasPrefix(".") && !others.contains($0)
    }
    guard lessons.count <= mostFiles else {
      throw .tooMany(folder: folder, count: lessons.count)
    }
    return lessons.sorted().map { name in
      File(name: name, path: folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)")
    }
  }

  /// The text before the first byte that is not UTF-8.
  private static func validBeginning(of data: Data) -> String {
    var text = String.UnicodeScalarView()
    var decoder = UTF8()
    var bytes = data.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) { text.append(scalar) }
    return String(text)
  }

  /// Why a folder can not be listed, in the system's words where it has some.
  private static func reason(_ error: any Error, folder: String) -> String {
    access(folder, R_OK | X_OK) == 0
      ? (error as NSError).localizedDescription : String(cString: strerror(errno))
  }
}
