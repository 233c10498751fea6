import Foundation

/// A folder in which one program writes everything: it holds no other files, so that all of it may be
/// written anew.
package struct OwnedFolder: Sendable {
  package let path: String

  /// The files that were there, by their paths in the folder.
  private let found: Set<String>

  /// The most files that are looked at before a folder is taken for somebody's own.
  private static let most = 10_000

  /// Looks at a folder, which need not be there yet.
  ///
  /// - Parameters:
  ///   - known: the files that the program wrote there before, by their paths in the folder; given the
  ///     text of the file of that name, or nil where it is none.
  ///   - manifest: the name of the file that lists them.
  /// - Throws: what is in the way: a file that it did not write, or what is no folder.
  package init(_ path: String, manifest: String, known: (String?) -> Set<String>)
    throws(FileProblem)
  {
    self.path = path
    var status = stat()
    guard lstat(path, &status) == 0 else {
      guard errno == ENOENT else { throw NewFile.problem(path) }
      found = []
      return
    }
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw FileProblem("write into", path, "it is no folder")
    }
    let text = try? String(contentsOfFile: FilePath.joined(path, manifest), encoding: .utf8)
    let own = known(text).union([manifest])
    guard let all = FileManager.default.enumerator(atPath: path) else {
      throw FileProblem("read", path, "its files cannot be listed")
    }
    var found = Set<String>()
    var count = 0
    for case let name as String in all {
      count += 1
      let isFolder = all.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
      if isFolder { continue }
      let isFile = all.fileAttributes?[.type] as? FileAttributeType == .typeRegular
      guard isFile, own.contains(name), count <= Self.most else {
        throw FileProblem(
          "write into", path,
          "it holds \(PathText.short(name)), which is not of an earlier publication; name an empty "
            + "folder")
      }
      found.insert(name)
    }
    self.found = found
  }

  /// Writes all files, each whole or not at all, and takes away those from before that are none of
  /// them; what is there already with the same text is left alone.
  ///
  /// - Parameter files: their paths in the folder, and their texts; the list of them last.
  /// - Returns: how many were written.
  package func write(_ files: [(path: String, text: String)]) throws(FileProblem) -> Int {
    try make(folder: path)
    for folder in Set(files.map { FilePath.folder(of: $0.path) }).sorted() where folder != "." {
      try make(folder: FilePath.joined(path, folder))
    }
    var staged = StagedFiles()
    var count = 0
    for file in files {
      let place = FilePath.joined(path, file.path)
      if found.contains(file.path),
        let old = try? String(contentsOfFile: place, encoding: .utf8), old == file.text
      {
        continue
      }
      try staged.stage(file.text, for: place)
      count += 1
    }
    _ = try staged.commit()
    for name in found.subtracting(files.map(\.path)) {
      guard unlink(FilePath.joined(path, name)) == 0 || errno == ENOENT else {
        throw NewFile.problem(FilePath.joined(path, name))
      }
    }
    return count
  }

  /// Makes a folder that others may read, unless it is there.
  private func make(folder: String) throws(FileProblem) {
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
      throw FileProblem("make", folder, String(cString: strerror(errno)))
    }
  }
}
