import Foundation

/// What was measured before, kept in files so that only what changed is measured again.
///
/// A value is found again only by the whole text of its key and by the same build of the program.
/// Whatever is wrong with a file, it is passed over and written anew; whatever is wrong with the
/// folder, values are measured as if there were no cache.
package struct Cache: Sendable {
  /// The folder of the files; nil keeps nothing.
  package let folder: String?

  /// What tells this build of the program from every other.
  package let stamp: String

  package init(folder: String?, stamp: String) {
    self.folder = folder
    self.stamp = stamp
  }

  /// A cache that keeps nothing.
  package static let none = Cache(folder: nil, stamp: "")

  /// The value kept for a key, or else the one found now, which is kept.
  package func value<Value: Codable & Sendable>(
    _ kind: String, for key: String, _ find: () async -> Value
  ) async -> Value {
    if let value: Value = kept(kind, for: key) { return value }
    let value = await find()
    keep(value, kind, for: key)
    return value
  }

  /// The value kept for a key; nil if there is none.
  package func kept<Value: Codable>(_ kind: String, for key: String) -> Value? {
    file(kind, key)?.value()
  }

  /// Keeps the value found for a key.
  package func keep<Value: Codable>(_ value: Value, _ kind: String, for key: String) {
    guard let folder, let file = file(kind, key) else { return }
    file.keep(value)
    CacheFolder.tidy(folder)
  }

  /// The file of a key; nil if nothing is kept.
  private func file(_ kind: String, _ key: String) -> CacheFile? {
    guard let folder, !folder.isEmpty, !stamp.isEmpty else { return nil }
    return CacheFile(folder: folder, stamp: stamp, kind: kind, key: key)
  }
}
