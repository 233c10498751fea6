import Foundation

/// A new file that grows line by line, and holds whole lines whenever it is looked at.
package struct GrowingFile: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Bytes of whole lines.
  private var size = 0

  /// Makes the file, which must not be there yet.
  package init(_ path: String) throws(FileProblem) {
    descriptor = try Self.opened(path)
    self.path = path
  }

  private static func opened(_ path: String) throws(FileProblem) -> Int32 {
    try StagedFiles.check(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor < 0 else { return descriptor }
    guard errno == EEXIST else { throw NewFile.problem(path) }
    throw FileProblem("write", path, "it is there already; name another file")
  }

  deinit { close(descriptor) }

  /// Appends lines, each with its end, at once; on a failure what is written of them is taken away
  /// again, and what was there before stays.
  package mutating func append(_ lines: String) throws(FileProblem) {
    var bytes = Array(lines.utf8)[...]
    let count = bytes.count
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        let problem = NewFile.problem(path)
        ftruncate(descriptor, off_t(size))
        lseek(descriptor, off_t(size), SEEK_SET)
        throw problem
      }
      bytes = bytes.dropFirst(written)
    }
    size += count
  }
}
