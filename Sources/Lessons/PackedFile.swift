import Files
import Foundation

/// A file of a pack: somebody else's, read with care.
struct PackedFile: Sendable {
  let name: String

  /// The folder of the pack.
  let folder: String

  /// The file's path, as faults name it.
  ///
  /// In the current folder it is the name alone, as everywhere else.
  var path: String { FilePath.joined(folder, name) }

  init(name: String, folder: String) {
    self.name = name
    self.folder = folder
  }

  /// The file at a path, of the pack that is the folder it lies in.
  init(path: String) {
    name = FilePath.lastName(of: path)
    folder = FilePath.folder(of: path)
  }

  /// The file's size in bytes; nil if it is no file or cannot be had.
  var size: Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The file's text, or why it cannot be had.
  func text() -> Result<String, LessonFault> {
    func fault(_ line: Int, _ column: Int, _ message: String) -> Result<String, LessonFault> {
      .failure(LessonFault(file: path, line: line, column: column, message: message))
    }
    let bytes: [UInt8]
    do throws(RegularFile.Problem) {
      guard let file = try opened() else {
        return fault(
          1, 1, "a link that leads out of the folder of lessons; put the file itself here")
      }
      defer { file.close() }
      bytes = try file.contents(atMost: Limits.fileBytes)
    } catch {
      // The reason of what is too large gives the limit already, in bytes.
      guard (size ?? 0) <= Limits.fileBytes else {
        return fault(1, 1, "larger than \(Self.limit); make two files of it")
      }
      return fault(
        1, 1,
        "cannot be read: \(error.reason); a lesson is a readable text file of at most \(Self.limit)"
      )
    }
    if let text = String(validating: bytes, as: UTF8.self) { return .success(text) }
    let lines = SourceLines.split(Self.validBeginning(of: bytes))
    return fault(
      lines.count, (lines.last?.count ?? 0) + 1,
      "not valid UTF-8 from here on; save the file as UTF-8")
  }

  /// The largest size in words.
  private static let limit = "\(Limits.fileBytes >> 20) MiB"

  /// The file opened; nil if it is a link to somewhere outside the folder.
  ///
  /// Nearly every file is none, so where it leads is only looked at if it cannot be opened as such.
  private func opened() throws(RegularFile.Problem) -> RegularFile? {
    do throws(RegularFile.Problem) {
      return try RegularFile(path, O_RDONLY | O_NOFOLLOW)
    } catch {
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { throw error }
    }
    let target = try Self.resolved(path)
    let home = try Self.resolved(folder)
    guard FilePath.isIn(target, home) else { return nil }
    return try RegularFile(target, O_RDONLY | O_NOFOLLOW)
  }

  /// A path without links, dots and doubled slashes.
  static func resolved(_ path: String) throws(RegularFile.Problem) -> String {
    guard let found = realpath(path, nil) else { throw RegularFile.Problem(code: errno) }
    defer { free(found) }
    return String(cString: found)
  }

  /// The text before the first byte that is not UTF-8.
  private static func validBeginning(of bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&rest) { text.append(scalar) }
    return String(text)
  }
}
