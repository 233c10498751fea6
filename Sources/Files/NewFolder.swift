import Foundation

/// A folder that is made where there is none.
enum NewFolder {
  /// Makes a folder for its owner alone, with those above it that are missing.
  ///
  /// - Returns: 0 where something of that name is there now, else the system's error number.
  static func make(_ path: String) -> Int32 {
    var missing: [String] = []
    var folder = path
    var code = make(one: folder)
    while code == ENOENT {
      let parent = parent(of: folder)
      guard !parent.isEmpty, parent.utf8.count < folder.utf8.count else { return code }
      missing.append(folder)
      folder = parent
      code = make(one: folder)
    }
    while code == 0, let next = missing.popLast() { code = make(one: next) }
    return code
  }

  /// Makes one folder in another that is there.
  private static func make(one path: String) -> Int32 {
    mkdir(path, 0o700) == 0 || errno == EEXIST ? 0 : errno
  }

  /// The folder that a path stands in; empty for the current one, and for the root.
  static func parent(of path: String) -> String {
    var parent = path[...]
    while parent.last == "/" { parent.removeLast() }
    while let last = parent.last, last != "/" { parent.removeLast() }
    while parent.count > 1, parent.last == "/" { parent.removeLast() }
    return String(parent)
  }
}
