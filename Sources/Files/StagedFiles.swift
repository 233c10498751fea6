import Foundation

/// Files that are written beside their places first and moved there when all of them are whole.
package struct StagedFiles {
  private struct File {
    let path: String
    let staged: String
    let replaces: Bool
  }

  private var files: [File] = []

  package init() {}

  /// Refuses a path where no file could be written: in no folder, or where something other than a
  /// regular file is.
  package static func check(_ path: String) throws(FileProblem) {
    _ = try existing(path)
    let folder = FilePath.folder(of: path)
    var status = stat()
    let code = stat(folder, &status) == 0 ? 0 : errno
    guard code == 0 || code == ENOENT || code == ENOTDIR else {
      throw FileProblem("write", path, String(cString: strerror(code)))
    }
    guard code == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw FileProblem("write", path, "no folder \(PathText.short(folder))")
    }
  }

  /// Writes a file beside its place; on a failure this and all before are taken away again.
  package mutating func stage(_ text: String, for path: String) throws(FileProblem) {
    do throws(FileProblem) {
      let mode = try Self.existing(path)
      let name = FilePath.lastName(of: path).unicodeScalars.prefix(40)
      let suffix = UInt64.random(in: 0...UInt64.max)
      let staged =
        FilePath.joined(FilePath.folder(of: path), ".\(name).\(String(suffix, radix: 36))")
      do throws(FileProblem) {
        try NewFile.write(text, to: staged, mode: mode ?? 0o666)
      } catch {
        throw FileProblem(
          message: error.message.replacing(PathText.short(staged), with: PathText.short(path)))
      }
      if let mode { chmod(staged, mode) }
      files.append(File(path: path, staged: staged, replaces: mode != nil))
    } catch {
      discard()
      throw error
    }
  }

  /// A file that was moved to its place.
  package struct Placed: Sendable, Hashable {
    package let path: String

    /// Whether a file that was there is gone.
    package let isReplacement: Bool
  }

  /// Moves all files to their places, and says which.
  package mutating func commit() throws(FileProblem) -> [Placed] {
    var placed: [Placed] = []
    while let file = files.first {
      guard rename(file.staged, file.path) == 0 else {
        let problem = NewFile.problem(file.path)
        discard()
        throw problem
      }
      files.removeFirst()
      placed.append(Placed(path: file.path, isReplacement: file.replaces))
    }
    return placed
  }

  private mutating func discard() {
    for file in files { unlink(file.staged) }
    files = []
  }

  /// The permissions of the regular file at a path; nil where nothing is.
  private static func existing(_ path: String) throws(FileProblem) -> mode_t? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw NewFile.problem(path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileProblem("write over", path, "not a regular file")
    }
    return status.st_mode & 0o777
  }
}
