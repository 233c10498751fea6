/// Paths as the system reads them: names between slashes, byte by byte.
///
/// A combining mark behind a slash makes one character of both, which is no slash to Swift but one to
/// the system, so nothing here looks at characters.
package enum FilePath {
  private static let slash = UInt8(ascii: "/")

  /// The names that a path is made of; empty ones are left out.
  package static func names(in path: String) -> [Substring] {
    path.utf8.split(separator: slash).map { Substring($0) }
  }

  /// The last name of a path, if it does not end in a slash.
  package static func lastName(of path: String) -> String {
    guard let mark = path.utf8.lastIndex(of: slash) else { return path }
    return String(path[path.utf8.index(after: mark)...])
  }

  /// The folder that a path names something in: `.` where it is a name alone.
  package static func folder(of path: String) -> String {
    guard let mark = path.utf8.lastIndex(of: slash) else { return "." }
    return mark == path.startIndex ? "/" : String(path[..<mark])
  }

  /// The path of something in a folder; in the current one its name is enough.
  package static func joined(_ folder: String, _ name: String) -> String {
    folder == "." ? name : folder.utf8.last == slash ? folder + name : "\(folder)/\(name)"
  }

  /// Whether a path begins at the root.
  package static func isAbsolute(_ path: String) -> Bool { path.utf8.first == slash }

  /// Whether a path leads to a folder or into it, where both are without links and dots.
  package static func isIn(_ path: String, _ folder: String) -> Bool {
    path.utf8.elementsEqual(folder.utf8) || path.utf8.starts(with: joined(folder, "").utf8)
  }

  /// Whether the names of a path never lead above its beginning.
  package static func staysBelow(_ path: String) -> Bool {
    var depth = 0
    for name in names(in: path) where !name.utf8.elementsEqual(".".utf8) {
      depth += name.utf8.elementsEqual("..".utf8) ? -1 : 1
      if depth < 0 { return false }
    }
    return !isAbsolute(path)
  }

  /// The paths of a variable that joins several by colons.
  package static func list(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: ":")).map { String(Substring($0)) }
  }
}
