import Foundation
import Numerics

/// Where a folder is, in one form whatever path it was named by.
struct FolderPlace: Sendable, Hashable {
  /// What tells the place from others: a quarter of the digest of the path without links, dots and
  /// doubled slashes, in hexadecimal digits.
  let mark: String

  /// The place of a folder.
  ///
  /// Where the file system takes two spellings for one name, the place has the lowercase one. Without
  /// a path that the system can tell, it is the number of the folder.
  ///
  /// - Parameter isSame: whether two paths lead to one thing, links not followed.
  init(_ folder: String, isSame: ([UInt8], [UInt8]) -> Bool = Self.isSame) {
    guard let found = realpath(folder, nil) else {
      var status = stat()
      _ = stat(folder, &status)
      let number = "\(status.st_dev)/\(status.st_ino)"
      mark = Self.mark(of: (status.st_ino == 0 ? folder : number).utf8)
      return
    }
    defer { free(found) }
    let path = UnsafeRawBufferPointer(start: found, count: strlen(found))
    var exact: [UInt8] = []
    var place: [UInt8] = []
    for part in path.split(separator: UInt8(ascii: "/")) {
      let slash = [UInt8(ascii: "/")]
      let folded = Self.folded(Array(part))
      place += slash
      if !folded.elementsEqual(part), isSame(exact + slash + Array(part), exact + slash + folded) {
        place += folded
      } else {
        place += part
      }
      exact += slash + Array(part)
    }
    mark = Self.mark(of: place)
  }

  private static func mark(of path: some Collection<UInt8>) -> String {
    String(Digest(of: path).text.prefix(16))
  }

  /// A name in lowercase letters, in the composed form of Unicode; one that is not UTF-8 as it is.
  private static func folded(_ name: [UInt8]) -> [UInt8] {
    guard let text = String(validating: name, as: UTF8.self) else { return name }
    return Array(text.lowercased().precomposedStringWithCanonicalMapping.utf8)
  }

  private static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    func status(_ path: [UInt8]) -> stat? {
      var found = stat()
      return lstat(path.map(CChar.init(bitPattern:)) + [0], &found) == 0 ? found : nil
    }
    guard let first = status(one), let second = status(other) else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
