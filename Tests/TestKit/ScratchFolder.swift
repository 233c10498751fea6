import Foundation

/// A folder that is there for one test.
package struct ScratchFolder: ~Copyable {
  package let path: String

  /// Makes a folder with some files in it, by name; it is gone when this goes out of scope.
  package init(_ files: [String: Data] = [:]) throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "knobs-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, data) in files { try write(data, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package var url: URL { URL(filePath: path, directoryHint: .isDirectory) }

  /// Writes a file, and makes the folders that its name has.
  package func write(_ data: Data, to name: String) throws {
    let url = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  package func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  package func data(of name: String) throws -> Data {
    try Data(contentsOf: url.appending(path: name))
  }

  package func text(of name: String) throws -> String {
    String(decoding: try data(of: name), as: UTF8.self)
  }
}
