import Experiments
import Foundation

/// A folder of lesson files on disk: somebody else's files, read with care.
package enum LessonFolder {
  /// The largest lesson that is read, in bytes.
  package static let largestFile = 1 << 20

  /// The most files that are looked at in one folder.
  package static let mostFiles = 10_000

  /// Why a folder gives no lessons.
  package enum Problem: Error, Hashable {
    case missing(folder: String)
    case notAFolder(folder: String)
    case unreadable(folder: String, reason: String)
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
      case .noLessons(let folder):
        "no lessons in \(Quoted.path(folder)); a lesson is a file such as 01-name.md"
      }
    }
  }

  /// A lesson file, and its text as far as it can be had.
  struct File {
    let name: String
    let path: String
    let text: Result<String, LessonFault>
  }

  /// The Markdown files of a folder by name, but for `README.md`.
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
      throw .unreadable(folder: folder, reason: reason(error))
    }
    let lessons = names.filter { $0.hasSuffix(".md") && $0 != "README.md" && !$0.hasPrefix(".") }
    return lessons.sorted().prefix(mostFiles).map { name in
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      return File(name: name, path: path, text: text(of: path))
    }
  }

  private static func text(of path: String) -> Result<String, LessonFault> {
    func fault(_ line: Int, _ message: String) -> Result<String, LessonFault> {
      .failure(LessonFault(file: path, line: line, column: 1, message: message))
    }
    let data: Data
    do {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: URL(filePath: path).resolvingSymlinksInPath().path)
      guard attributes[.type] as? FileAttributeType == .typeRegular else {
        return fault(1, "not a regular file; a lesson is a text file")
      }
      let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
      guard size <= largestFile else {
        return fault(
          1, "\(size) bytes are too many; a lesson has at most \(largestFile), so split it")
      }
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      return fault(1, "can not be read: \(reason(error))")
    }
    if let text = String(validating: data, as: UTF8.self) { return .success(text) }
    var valid = 0
    var decoder = UTF8()
    var bytes = data.makeIterator()
    var line = 1
    decoding: while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar):
        valid += 1
        if scalar == "\n" { line += 1 }
      case .emptyInput, .error: break decoding
      }
    }
    return fault(line, "not valid UTF-8 after \(valid) characters; save the file as UTF-8")
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let code = underlying, code.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(code.code)))
    }
    return "\((error as NSError).localizedDescription)"
  }
}
