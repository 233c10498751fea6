import Exhibits
import Experiments
import Foundation
import Terminal

/// Files that are written beside their places first and moved there when all of them are whole.
struct StagedFiles {
  private struct File {
    let path: String
    let staged: String
    let replaces: Bool
  }

  private var files: [File] = []

  /// Refuses a path where no file could be written: in no folder, or where something other than a
  /// regular file is.
  static func check(_ path: String) throws(Refusal) {
    _ = try existing(path)
    let folder = Self.folder(of: path)
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Refusal("cannot write \(Quoted.path(path)): no folder \(Quoted.path(folder))")
    }
  }

  /// Writes a file beside its place; on a failure this and all before are taken away again.
  mutating func stage(_ text: String, for path: String) throws(Refusal) {
    do throws(Refusal) {
      let mode = try Self.existing(path)
      let name = String(path.split(separator: "/").last ?? "")
      let suffix = UInt64.random(in: 0...UInt64.max)
      let staged =
        "\(Self.folder(of: path))/.\(name.prefix(60)).\(String(suffix, radix: 36))"
      do throws(Refusal) {
        try NewFile.write(text, to: staged, mode: mode ?? 0o666)
      } catch {
        throw Refusal(error.message.replacing(Quoted.path(staged), with: Quoted.path(path)))
      }
      if let mode { chmod(staged, mode) }
      files.append(File(path: path, staged: staged, replaces: mode != nil))
    } catch {
      discard()
      throw error
    }
  }

  /// Moves all files to their places, and says which.
  mutating func commit() throws(Refusal) -> [StyledText] {
    var notes: [StyledText] = []
    while let file = files.first {
      guard rename(file.staged, file.path) == 0 else {
        let refusal = NewFile.refusal(file.path)
        discard()
        throw refusal
      }
      files.removeFirst()
      let how = file.replaces ? "wrote over" : "wrote"
      notes.append(StyledText("knobs: \(how) \(Quoted.path(file.path))"))
    }
    return notes
  }

  private mutating func discard() {
    for file in files { unlink(file.staged) }
    files = []
  }

  /// The permissions of the regular file at a path; nil where nothing is.
  private static func existing(_ path: String) throws(Refusal) -> mode_t? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw NewFile.refusal(path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Refusal("cannot write over \(Quoted.path(path)): not a regular file")
    }
    return status.st_mode & 0o777
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
